/** A small portfolio to try the product on: seven partners and twenty initiatives, with something to find for everybody. */

/** Days before today (negative: to come), in a cell of a date column. */
export interface DaysAgo {
  readonly daysAgo: number;
}
export type SampleValue = string | number | DaysAgo | null;

const ago = (daysAgo: number): DaysAgo => ({ daysAgo });
const ahead = (days: number): DaysAgo => ({ daysAgo: -days });

/** In the order of the template's columns. */
export const samplePartners: readonly (readonly SampleValue[])[] = [
  ['Aldgate Cloud', 'Strategic', 'Ines Okafor', 'Marta Lind', 'Paul Abara', 'Active', ago(150), ago(62), 'yes', 9, 8, ago(90), ahead(700), ahead(520), 'Reference partner'],
  ['Bluefield Data', 'Strategic', 'Ines Okafor', 'Marta Lind', 'Sofia Brandt', 'Active', ago(210), ago(75), 'yes', 8, 5, ago(88), ahead(300), ahead(120), 'They see us less well than we see them'],
  ['Cairn Security', 'Growth', 'Tom Reyes', 'Dev Malhotra', null, 'Active', ago(260), ago(140), 'yes', 7, 7, ago(95), ahead(420), ahead(330), null],
  ['Delphin Robotics', 'Growth', 'Tom Reyes', 'Dev Malhotra', 'TBD', 'Watch', ago(470), ago(230), 'no', 5, 4, ago(92), ahead(210), ahead(90), 'Their sales lead left'],
  ['Eastmere Payments', 'Growth', 'Priya Nair', null, 'Rui Tavares', 'Active', ago(190), ago(101), 'yes', 7, 6, ago(400), ahead(250), ahead(190), 'Survey to be repeated'],
  ['Fjord Energy', 'Tactical', 'Priya Nair', 'Helen Strand', 'Lars Holm', 'Active', ago(95), ago(180), 'yes', 8, 8, ago(60), ahead(500), ahead(410), null],
  ['Glenmore Health', 'Tactical', null, 'Helen Strand', 'Ivy Castell', 'Active', ago(30), ago(20), 'yes', null, null, null, ahead(900), ahead(720), 'Signed last month'],
];

export const sampleInitiatives: readonly (readonly SampleValue[])[] = [
  ['Joint cloud launch', 'Aldgate Cloud', 'Launch', 'Lea Fischer', 'Carla Mendes', 1200000, 880000, 1450000, 24, 20, ago(390), ago(360), 'Alliance board', ago(330), ahead(60), null, null, ago(40), 'Extend to the Nordics'],
  ['Migration factory', 'Aldgate Cloud', 'Launch', 'Sam Whitfield', 'Carla Mendes', 850000, 560000, 900000, 18, 14, ago(350), ago(320), 'Alliance board', ago(290), ahead(75), null, null, ago(28), 'Train the second team'],
  ['Data mesh accelerator', 'Aldgate Cloud', 'Approve', 'Sam Whitfield', 'Henrik Sol', 400000, null, null, 10, null, ago(24), ago(10), 'Alliance board', null, null, null, null, null, 'Agree the launch date'],
  ['Backup in a box', 'Aldgate Cloud', 'Closed', 'Lea Fischer', 'Carla Mendes', 500000, 545000, null, 10, 12, ago(760), ago(730), 'Alliance board', ago(700), ago(340), ago(330), 'Succeeded', ago(350), null],
  ['Analytics suite', 'Bluefield Data', 'Launch', 'Jonas Weber', null, 1500000, 690000, 1200000, 26, 17, ago(400), ago(370), 'Alliance board', ago(320), ahead(70), null, null, ago(70), 'Name a sales sponsor'],
  ['Co-sell marketplace', 'Bluefield Data', 'Launch', 'Jonas Weber', 'TBD - next quarter', 900000, 330000, 640000, 20, 8, ago(330), ago(300), 'Alliance board', ago(260), ahead(100), null, null, ago(150), 'Sponsor interview is booked'],
  ['Retail industry cloud', 'Bluefield Data', 'Launch', 'Amara Diallo', 'Carla Mendes', 700000, 420000, 880000, 14, 12, ago(310), ago(280), 'Alliance board', ago(240), ahead(90), null, null, ago(50), null],
  ['FinOps clinic', 'Bluefield Data', 'Approve', 'Jonas Weber', null, 260000, null, null, 8, null, ago(84), null, null, null, null, null, null, null, 'Approval board next week'],
  ['Managed desktop', 'Bluefield Data', 'Closed', 'Jonas Weber', null, 380000, 110000, null, 9, 2, ago(900), ago(870), 'Alliance board', ago(840), ago(300), ago(290), 'Failed', ago(310), null],
  ['Zero-trust starter', 'Cairn Security', 'Launch', 'Ben Asante', 'Oscar Lund', 540000, 360000, 500000, 12, 10, ago(340), ago(310), 'D. Malhotra', ago(280), ahead(85), null, null, ago(35), null],
  ['Incident desk', 'Cairn Security', 'Launch', 'Ben Asante', 'Oscar Lund', 300000, 120000, 310000, 8, 6, ago(240), ago(210), 'D. Malhotra', ago(180), ahead(180), null, null, ago(44), null],
  ['Vault service', 'Cairn Security', 'Qualify', 'Ben Asante', null, null, null, null, 6, null, ago(75), null, null, null, null, null, null, null, 'Too long in qualification'],
  ['Warehouse picking', 'Delphin Robotics', 'Launch', 'Nadia Rossi', null, 780000, 140000, 190000, 14, 3, ago(420), ago(390), 'Alliance board', ago(350), ahead(20), null, null, ago(190), 'Decide whether to go on'],
  ['Inspection drones', 'Delphin Robotics', 'Launch', 'Nadia Rossi', 'Mei Tanaka', 420000, 120000, 260000, 9, 4, ago(320), ago(280), 'Alliance board', ago(240), ahead(120), null, null, ago(95), null],
  ['Vision module', 'Delphin Robotics', 'Closed', 'Nadia Rossi', null, 260000, 45000, null, 7, 1, ago(800), ago(770), 'Alliance board', ago(730), ago(220), ago(200), 'Failed', ago(240), null],
  ['Instant payouts', 'Eastmere Payments', 'Launch', 'Ben Asante', 'Oscar Lund', 460000, 250000, 350000, 11, 8, ago(340), ago(300), 'Alliance board', ago(260), ahead(95), null, null, ago(80), null],
  ['Fraud shield', 'Eastmere Payments', 'Launch', null, 'Mei Tanaka', 380000, 150000, 'n/a', 9, 6, ago(290), ago(250), 'Alliance board', ago(215), ahead(130), null, null, ago(82), 'Pipeline figure is missing'],
  ['Grid balancing', 'Fjord Energy', 'Launch', 'Lea Fischer', 'Ruth Adeyemi', 340000, 240000, 420000, 8, 7, ago(330), ago(300), 'H. Strand', ago(270), ahead(95), null, null, ago(22), null],
  ['Meter exchange', 'Fjord Energy', 'Closed', 'Lea Fischer', 'Ruth Adeyemi', 240000, 262000, null, 6, 7, ago(720), ago(690), 'H. Strand', ago(660), ago(240), ago(235), 'Succeeded', ago(250), null],
  ['Clinic connector', 'Glenmore Health', 'Launch', 'Sam Whitfield', 'Ruth Adeyemi', 520000, null, 90000, 10, 1, ago(60), ago(45), 'H. Strand', ago(25), ahead(340), null, null, null, 'First joint customers in sight'],
];
