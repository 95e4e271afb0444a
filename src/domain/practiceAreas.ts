/** What the practice assessment asks: ten areas in the words that an alliance manager reads, each level by something that one can go and see. */
import { type Area, type Level, areaNames } from './assessment';

export interface PracticeArea {
  readonly name: string;
  /** One sentence, answered by a level. */
  readonly question: string;
  /** Why it matters. */
  readonly why: string;
  /** Each takes in what the level below it asks for, and differs from it by one thing that can be shown. */
  readonly levels: Readonly<Record<Level, string>>;
  /** What to do next from each level; from the highest, how to keep it. */
  readonly firstActions: Readonly<Record<Level, string>>;
}

export const practiceAreas: Readonly<Record<Area, PracticeArea>> = {
  process: {
    name: areaNames.process,
    question: 'Is there one formal, consistent way to qualify, develop and execute partners and initiatives?',
    why: 'When everyone works in their own way, weak ideas start and good ones stall. One way of working lets you compare initiatives and hand them over.',
    levels: {
      0: 'Nobody can show written stages, a checklist or other steps for partners and initiatives.',
      1: 'At least one person works by written stages or a checklist, but no one document applies to all partners and initiatives.',
      2: 'One dated document, for all partners and initiatives, names the stages and what must be true to leave each of them.',
      3: 'That document is followed: take any three launched initiatives, and each has a dated record of every stage that it passed.',
      4: 'In addition, a record of the last 12 months counts the time in each stage and the initiatives stopped there, and names what it changed in the document.',
    },
    firstActions: {
      0: 'Write down on one page the stages that your last three initiatives went through, and what should have been clear before each of them.',
      1: 'Make one document out of the best stages and checklists in use, agree it with everyone who runs initiatives, and date it.',
      2: 'Enter the stage of every open initiative in the Initiatives table, and let none move on until it has what the document asks for.',
      3: 'Count how long initiatives stay in each stage and how many stop there, and write beside the figures what you change in the document.',
      4: 'Keep it by setting the date of the next yearly count now, with the name of the person who brings the figures.',
    },
  },
  approval: {
    name: areaNames.approval,
    question: 'Is every new venture with a partner formally approved before it starts?',
    why: 'An approval commits people and money, and before the start it costs least to say no. What nobody approved, nobody defends when it needs help.',
    levels: {
      0: 'For no venture under way can anyone show who said yes to it, and when.',
      1: 'For at least one venture an e-mail or minutes show who said yes and when, but no document says who must be asked.',
      2: 'A dated document says who approves new ventures, and what they must be shown before they decide.',
      3: 'That rule is followed: take any three launched initiatives, and each has an approver and an approval date no later than its launch.',
      4: 'In addition, minutes of the last 12 months compare what was approved with what came of it, and name what the approvers changed.',
    },
    firstActions: {
      0: 'Ask one senior executive to decide on each new venture from now on, and write down the name and the date of the next decision.',
      1: 'Write on one page who approves new ventures, what they must see and how soon they answer, and have a senior executive sign it.',
      2: 'Fill in Approved on and Approved by for every initiative in the Initiatives table, and launch none where they are blank.',
      3: 'Bring the approvers a list of what they approved last year with the result of each, and note in the minutes what they change.',
      4: "Keep it by putting the next yearly comparison in the approvers' calendars, and by noting every refusal with its reason.",
    },
  },
  roles: {
    name: areaNames.roles,
    question: 'Are the roles and responsibilities of everyone with a stake in an alliance defined, documented and agreed?',
    why: 'Initiatives without a sponsor in sales are among the likeliest to fail. A role that nobody agreed to is a role that nobody fills.',
    levels: {
      0: 'Nothing written says of any initiative who owns it, or who stands for it in sales.',
      1: 'At least one initiative has an owner or a sales sponsor in writing, but no document says what they must do.',
      2: 'A dated document says what an alliance manager, an owner, an executive sponsor and a sales sponsor each must do.',
      3: 'Those roles are filled: take any three launched initiatives, and each has an owner and a sales sponsor who say that they agreed to the role.',
      4: 'In addition, a record of the last 12 months shows what owners and sponsors did in their roles, and names what was changed because of it.',
    },
    firstActions: {
      0: 'List the launched initiatives with the owner and the sales sponsor of each, and mark those that lack one.',
      1: 'Describe on one page what an alliance manager, an owner, an executive sponsor and a sales sponsor must do, and date it.',
      2: 'Name a sales sponsor for each launched initiative that has none, and ask every owner and sponsor to say yes to the page.',
      3: 'Ask each owner and sponsor what they did in the role this year and what kept them from it, and write down the answers and what you change.',
      4: 'Keep it by asking again on the same date each year, and by naming a new sponsor within a month of one leaving.',
    },
  },
  profession: {
    name: areaNames.profession,
    question: 'Are alliance managers treated as professionals, with a career path, training and development plans?',
    why: "People who see no future in a job leave it, and their partners' trust leaves with them. The work can be learnt, where somebody plans for it.",
    levels: {
      0: 'Nobody has alliances in their title or job description.',
      1: 'At least one person has alliances in their title or job description, but nothing written says how to rise in that job.',
      2: 'A dated document names the grades of alliance managers, what each grade must be able to do, and the training that leads there.',
      3: 'That document is applied: every alliance manager has a development plan and a record of training, both from the last 12 months.',
      4: "In addition, a record of the last 12 months rates each alliance manager's skills against the grades, and names what was changed in the training.",
    },
    firstActions: {
      0: 'Put alliances into the job description of one person, with the share of their time that it takes.',
      1: 'Write down two or three grades, what each must be able to do and which training leads there, and agree it with the personnel department.',
      2: 'Agree a development plan for the year with each alliance manager, with at least one training and its date.',
      3: "Rate each alliance manager's skills against the grades, and note which training you add for the gap that most of them share.",
      4: 'Keep it by fixing the month of the yearly rating, and by showing the executives what changed since the last one.',
    },
  },
  standing: {
    name: areaNames.standing,
    question: "Do your alliance managers belong to the profession's association, and are they certified?",
    why: 'Members learn what has worked for others before they need it. A certificate tells a partner that your people know the trade.',
    levels: {
      0: 'No alliance manager is a member of an association of the profession, and none holds its certificate.',
      1: 'At least one alliance manager is a member or holds a certificate, but no budget or policy of the company provides for it.',
      2: 'A budget line or a dated policy of the company pays for membership and certification, and says for whom.',
      3: 'It is used: every alliance manager is a member, and at least half of them hold a certificate that has not expired.',
      4: 'In addition, a list checked in the last 12 months shows all memberships and certificates, and names what was learnt from the association and put to use.',
    },
    firstActions: {
      0: 'Find the association of alliance professionals nearest to you, and send one alliance manager to its next meeting.',
      1: 'Ask for a yearly budget for membership and certification, and have it written down who may use it.',
      2: 'Sign up every alliance manager as a member, and agree a date for the certificate with at least half of them.',
      3: 'List memberships and certificates with their expiry dates, ask each member for one idea from the association, and note the one you try.',
      4: 'Keep it by renewing certificates before they expire, and by trying one new idea from the association each year.',
    },
  },
  staffing: {
    name: areaNames.staffing,
    question: 'Are alliances run by teams with the right skills and experience?',
    why: 'A partner judges you by the people it works with. A team without time or experience delays every joint step, however good the plan is.',
    levels: {
      0: 'For no partner can a list be shown of the people who work on the alliance.',
      1: 'For at least one partner such a list exists, but nothing written says which skills the work needs.',
      2: 'A dated document says which skills, experience and days a month an alliance team needs.',
      3: 'The teams match it: for any three of your largest partners a list shows who covers each skill, with none left open.',
      4: 'In addition, a record of the last 12 months counts open roles and missing skills, and names who was hired, moved or trained because of it.',
    },
    firstActions: {
      0: 'List who works on each partner, and for how many days a month.',
      1: 'Write down the skills, experience and days a month that your largest partner takes, and use it as the pattern for the others.',
      2: 'Put names against the skills for each of your largest partners, and fill first the gap that holds up the most work.',
      3: 'Count the open roles and missing skills before the next budget, and ask for the people in it.',
      4: 'Keep it by counting again before every budget, and whenever someone leaves a team.',
    },
  },
  reporting: {
    name: areaNames.reporting,
    question: 'Are results formally measured and reported to executives?',
    why: 'You cannot correct what you do not measure. Executives who hear of alliances only when one fails take them for a cost.',
    levels: {
      0: 'No report on alliances to an executive can be found from the last 12 months.',
      1: 'At least one report was made in the last 12 months, but nothing written says when the next one is due.',
      2: 'A dated document says which figures go to the executives, in which form and on which days, with revenue and pipeline against target among them.',
      3: 'That report arrives: for each of the last two quarters it can be shown, with the day on which the executives saw it.',
      4: 'In addition, the reports of the last 12 months say what became of the decisions taken on each, and name a figure that was added, corrected or dropped.',
    },
    firstActions: {
      0: 'Make a first QBR from this workbook, and go through it with one executive.',
      1: 'Agree with the executives which figures they get each quarter, in which form and on which day, and write it down.',
      2: 'Make the QBR for this quarter, go through it with the executives, and set the date of the next one.',
      3: 'Write down the decisions taken on each report, open the next one with what became of them, and ask which figure was missing.',
      4: 'Keep it by asking the executives once a year which figure they never used, and by dropping it.',
    },
  },
  expectations: {
    name: areaNames.expectations,
    question: 'Do your partners know clearly what is expected of them?',
    why: 'A partner cannot meet an expectation that it has never read. What both sides agreed in writing can be reviewed without blame.',
    levels: {
      0: 'No partner has anything in writing that says what is expected of it.',
      1: 'At least one partner has an e-mail, slides or a contract that says it, but there is no standard page for all of them.',
      2: 'One standard page, for all partners, says what is expected of a partner, such as targets, people and reviews, and what it gets in return.',
      3: 'That page is agreed: take any three partners, and each has its own copy, with the date on which it agreed.',
      4: "In addition, a record of the last 12 months holds each partner's answer on whether the page is clear and fair, and names what was changed because of it.",
    },
    firstActions: {
      0: 'Write to your largest partner what you expect of it, and ask what it expects of you.',
      1: 'Make one standard page out of what the partners were told, with what they get in return.',
      2: 'Go through the page with each partner, the Strategic ones first, and enter the date under Expectations agreed.',
      3: 'Ask each partner in its next review whether the page is clear and fair, and write down the answer and what you change.',
      4: 'Keep it by agreeing every page anew once a year, even where nothing changes.',
    },
  },
  plansAndReviews: {
    name: areaNames.plansAndReviews,
    question: 'Is there a joint business plan and a quarterly review with each strategic partner?',
    why: 'A plan that both sides made is one that both sides keep to. A review every quarter finds trouble while it can still be corrected.',
    levels: {
      0: 'With no strategic partner can a joint business plan or the minutes of a review be shown from the last 12 months.',
      1: 'With at least one strategic partner such a plan or such minutes can be shown, but no written rule asks for them.',
      2: 'A dated rule asks for a joint business plan each year and a review each quarter with every strategic partner, and both have a set form.',
      3: 'That rule is kept: every strategic partner has a plan agreed in the last 12 months, and minutes of a review in the last quarter.',
      4: 'In addition, the minutes count how many actions of the review before were done, and a plan was changed because of a review in the last 12 months.',
    },
    firstActions: {
      0: 'Invite your largest strategic partner to a half-day meeting, and write the plan for the next 12 months together on two pages.',
      1: 'Take the best plan and the best minutes you have as the set form, and write down that every strategic partner gets both.',
      2: 'Put one day for the plan and four for reviews into the calendar with each strategic partner, and send the invitations.',
      3: 'Open each review with the actions of the one before, and write down how many were done and what that changes in the plan.',
      4: 'Keep it by setting the four dates of next year with each strategic partner before this year ends.',
    },
  },
  portfolio: {
    name: areaNames.portfolio,
    question: 'Is the portfolio inspected periodically, are poor performers addressed, and do exits happen?',
    why: 'Weak partnerships that are never ended take time and money from the good ones. They cost the whole portfolio its respect.',
    levels: {
      0: 'No list shows all partners and initiatives with how each of them is doing.',
      1: 'Such a list exists, but nothing written says when it is inspected, and what follows for poor performers.',
      2: 'A dated document says how often the whole list is inspected, what counts as poor, and what follows: a correction with a checkpoint, then an exit.',
      3: 'That happens: notes of the last two quarters show every launched initiative inspected, and each poor performer given a dated correction or ended.',
      4: 'In addition, a record of the last 12 months shows the effect of each correction at its checkpoint, and names what was ended or changed because of it.',
    },
    firstActions: {
      0: 'Enter all partners and initiatives in this workbook, with the stage and the figures of each.',
      1: 'Set one day each quarter for going through the whole list, and write down what counts as poor and what follows.',
      2: 'Inspect every launched initiative this quarter, enter the day under Last inspected, and log a correction for each Red partner.',
      3: 'Compare the figures at each checkpoint with those before the correction, and end what did not improve.',
      4: "Keep it by going through the year's corrections and exits with the executives, and by asking whether what counts as poor is still right.",
    },
  },
};
