// Makes assets/sample.xlsx: the workbook of an alliance manager with fourteen partners, three years of joint initiatives,
// and the untidiness of real ones: titles above, totals below, text for money, placeholders, a duplicate, unreadable cells.
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { root } from './install.mjs';

const accent = 'FF0F4C81';
const day = (text) => (typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : (text ?? null));

const partnerHeaders = ['Partner', 'Tier', 'Alliance manager', 'Executive sponsor (ours)', 'Partner sponsor (theirs)', 'Status', 'Since', 'Joint business plan (date agreed)', 'Last QBR', 'Expectations agreed', 'Relationship (1-5)', "Partner's view (1-5)", 'Survey date', 'Agreement ends', 'Notice by', 'Notes'];
const partners = [
  ['Northwind Systems', 'Strategic', 'Ines Okafor', 'Marta Lindqvist', 'Paul Abara', 'Active', '2021-03-01', '2026-02-16', '2026-07-14', '2026-02-16', 5, 4, '2026-05-20', '2028-12-31', '2028-06-30', 'Reference partner for the cloud programme'],
  ['Halden Cloud', 'Strategic', 'Ines Okafor', 'Marta Lindqvist', 'Sofia Brandt', 'Active', '2020-09-15', '2026-01-20', '2026-08-04', '2026-01-20', 4, 2, '2026-05-22', '2027-09-30', '2027-03-31', 'They see us less well than we see them; ask why'],
  ['Brightwater Analytics', 'Strategic', 'Tom Reyes', 'Dev Malhotra', 'Anna Kowalczyk', 'Active', '2022-01-10', '2025-08-12', '2026-03-03', 'yes', 4, 4, '2026-05-20', '2027-01-31', '2026-10-31', ''],
  ['Corvus Robotics', 'Growth', 'Tom Reyes', 'Dev Malhotra', 'TBD', 'Watch', '2023-04-03', '2025-11-18', '2026-05-12', 'yes', 3, 3, '2026-05-28', '2027-04-30', '2027-01-31', 'Their sales lead left in spring'],
  ['Meridian Health IT', 'Growth', 'Ines Okafor', 'Marta Lindqvist', 'Joel Fraser', 'Active', '2022-06-20', '2026-03-09', '2026-06-16', '2026-03-09', 5, 5, '2026-05-20', '2027-06-30', '2027-03-31', ''],
  ['Tessera Payments', 'Growth', 'Priya Nair', 'n/a', 'Rui Tavares', 'Active', '2023-10-02', '2025-12-02', '2026-06-09', 'no', 3, 2, '2025-06-11', '2026-12-31', '2026-10-31', 'Survey to be repeated'],
  ['Oakhurst Logistics', 'Tactical', 'Priya Nair', '', '', 'Watch', '2019-05-06', '2023-09-05', '2025-02-11', 'no', 2, 2, '2026-05-28', '2026-12-31', '2026-11-30', 'Checks in every year'],
  ['Silverline Telecom', 'Growth', 'Tom Reyes', 'Helen Strand', 'Marco Ferri', 'Active', '2021-11-08', '2026-04-21', '2026-08-25', '2026-04-21', 4, 4, '2026-05-20', '2027-11-30', '2027-08-31', ''],
  ['Pinnacle Retail Tech', 'Growth', 'Priya Nair', 'Helen Strand', 'Grace Achebe', 'Active', '2024-02-05', '2026-02-10', '2026-06-30', 'yes', 4, 3, '2026-05-28', '2027-02-28', '2026-11-30', ''],
  ['Kestrel Security, Inc.', 'Strategic', 'Ines Okafor', 'Dev Malhotra', 'Nils Aaberg', 'Active', '2026-05-04', '2026-06-01', '2026-09-15', '2026-06-01', '', '', '', '2029-05-31', '2028-11-30', 'Signed in May; first launches in summer'],
  ['Vantage Energy', 'Tactical', 'Tom Reyes', 'Helen Strand', '', 'Active', '2022-09-12', '2026-01-13', '2026-01-13', 'yes', 3, 4, '2026-05-28', '2027-09-30', '2027-06-30', ''],
  ['Rookwood Insurance', 'Tactical', 'to be confirmed', 'Helen Strand', 'Ivy Castellano', 'Active', '2023-03-20', 'Q1 2026', '2025-12-09', 'yes', 3, 3, '2026-05-28', '2027-03-31', '2026-12-31', 'Alliance manager leaves in October'],
  ['Nordhavn Marine', 'Tactical', 'Priya Nair', 'Helen Strand', 'Lars Holm', 'Ended', '2020-02-03', '2024-05-14', '2025-03-11', 'yes', 2, 1, '2025-05-19', '2026-03-31', '2025-12-31', 'Ended in March; closed the last initiative cleanly'],
  ['Solstice Media', 'Growth', 'Tom Reyes', 'Helen Strand', 'Yara Haddad', 'Exiting', '2022-08-01', '2025-02-18', '2025-11-04', 'no', 2, 3, '2026-05-28', '2026-11-30', '2026-10-15', 'Exit agreed in principle'],
  ['KESTREL SECURITY', 'Strategic', 'Ines Okafor', 'Dev Malhotra', 'Nils Aaberg', 'Active', '2026-05-04', '', '', '', '', '', '', '', '', 'Old row from the signing list'],
];

const initiativeHeaders = ['Initiative', 'Partner', 'Region', 'Stage', 'Owner', 'Sales sponsor', 'Revenue target (USD)', 'Revenue (USD)', 'Pipeline (USD)', 'Traction target', 'Traction', 'Qualified on', 'Approved on', 'Approved by', 'Launched on', 'Due', 'Ended on', 'Outcome', 'Last inspected', 'Next step'];
// name, region, stage, owner, sponsor, target, revenue, pipeline, traction target, traction, qualified, approved, by, launched, due, ended, outcome, inspected, next step
const initiatives = {
  'Northwind Systems': [
    ['Joint cloud launch', 'EMEA', 'Launch', 'Lea Fischer', 'Carla Mendes', 1200000, 905000, 1450000, 24, 19, '2025-10-06', '2025-11-03', 'Alliance board', '2025-12-01', '2026-12-31', '', '', '2026-08-18', 'Extend to the Nordics'],
    ['Migration factory', 'Americas', 'Launch', 'Sam Whitfield', 'Carla Mendes', 850000, 610000, 900000, 18, 15, '2025-11-10', '2025-12-08', 'Alliance board', '2026-01-12', '2026-12-31', '', '', '2026-09-02', 'Train the second delivery team'],
    ['Sovereign workloads', 'EMEA', 'Live', 'Lea Fischer', 'Henrik Sol', 600000, '$0.28m', 1100000, 12, 9, '2026-01-19', '2026-02-16', 'Alliance board', '2026-03-09', '2027-03-31', '', '', '2026-08-18', 'Close the two public-sector bids'],
    ['Data mesh accelerator', 'APAC', 'Approve', 'Sam Whitfield', 'Carla Mendes', 400000, '', '', 10, '', '2026-08-24', '2026-09-14', 'Alliance board', '', '', '', '', '', 'Agree the launch date'],
    ['Partner academy', 'Global', 'Qualify', 'Lea Fischer', 'Henrik Sol', '', '', '', 30, '', '2026-09-07', '', '', '', '', '', '', '', 'Find the budget holder'],
    ['Backup in a box', 'EMEA', 'Won', 'Lea Fischer', 'Carla Mendes', 500000, 545000, '', 10, 12, '2024-09-02', '2024-10-07', 'Alliance board', '2024-11-04', '2025-10-31', '2025-11-14', 'Succeeded', '2025-10-20', ''],
    ['Edge starter kit', 'Americas', 'Closed', 'Sam Whitfield', 'Henrik Sol', 350000, 362000, '', 8, 9, '2024-02-05', '2024-03-04', 'Alliance board', '2024-04-01', '2025-03-31', '2025-04-04', 'Succeeded', '2025-03-10', ''],
    ['Hybrid identity', 'EMEA', 'Closed', 'Lea Fischer', '', 300000, 90000, '', 8, 3, '2023-10-02', '2023-11-06', 'Alliance board', '2023-12-04', '2024-11-30', '2024-12-09', 'Failed', '2024-11-05', ''],
  ],
  'Halden Cloud': [
    ['Analytics on Halden', 'Americas', 'Launch', 'Jonas Weber', '', 1500000, 690000, 1200000, 26, 17, '2025-09-08', '2025-10-13', 'Alliance board', '2025-11-10', '2026-12-31', '', '', '2026-07-21', 'Name a sales sponsor'],
    ['Co-sell marketplace', 'Global', 'In flight', 'Jonas Weber', 'TBD - Q4 hire', 900000, 350000, 640000, 20, 8, '2025-11-17', '2025-12-15', 'Alliance board', '2026-01-19', '2026-12-31', '', '', '2026-05-05', 'Sponsor interview in October'],
    ['Industry cloud: retail', 'EMEA', 'Launch', 'Amara Diallo', 'Carla Mendes', 700000, 420000, 880000, 14, 12, '2025-12-01', '2026-01-12', 'Alliance board', '2026-02-02', '2026-12-31', '', '', '2026-08-11', ''],
    ['Zero-touch onboarding', 'EMEA', 'Launch', 'Amara Diallo', 'Henrik Sol', 480000, 205000, 310000, 10, 9, '2026-01-12', '2026-02-09', 'Alliance board', '2026-03-02', '2027-02-28', '', '', '2026-08-11', ''],
    ['FinOps clinic', 'Americas', 'Pending approval', 'Jonas Weber', 'vacant', 260000, '', '', 8, '', '2026-07-06', '', '', '', '', '', '', '', 'Approval board on 12 October'],
    ['Carbon dashboard', 'Global', 'Idea', 'Amara Diallo', '', '', '', '', 6, '', '2026-08-31', '', '', '', '', '', '', '', ''],
    ['Lift and shift sprint', 'EMEA', 'Closed', 'Jonas Weber', 'Carla Mendes', 420000, 455000, '', 10, 11, '2024-06-03', '2024-07-08', 'Alliance board', '2024-08-05', '2025-07-31', '2025-08-08', 'Succeeded', '2025-07-14', ''],
    ['Managed desktop', 'Americas', 'Closed', 'Jonas Weber', '', 380000, 110000, '', 9, 2, '2024-01-15', '2024-02-12', 'Alliance board', '2024-03-04', '2025-02-28', '2025-03-14', 'Failed', '2025-02-03', ''],
  ],
  'Brightwater Analytics': [
    ['Forecast engine', 'EMEA', 'Launch', 'Amara Diallo', 'Oscar Lundin', 650000, 330000, 520000, 15, 10, '2025-10-20', '2025-11-24', 'D. Malhotra', '2026-01-05', '2026-12-31', '', '', '2026-07-29', ''],
    ['Churn radar', 'Americas', 'Launch', 'Ben Asante', 'Oscar Lundin', 540000, '285k', '$410k', 12, 7, '2025-11-03', '2025-12-01', 'D. Malhotra', '2026-01-19', '2026-12-31', '', '', '2026-04-14', 'Inspection is overdue'],
    ['Self-service insights', 'APAC', 'Launch', 'Ben Asante', 'Mei Tanaka', 300000, 96000, 150000, 8, 4, '2026-02-02', '2026-03-02', 'D. Malhotra', '2026-04-06', '2027-03-31', '', '', '2026-07-29', ''],
    ['Privacy vault', 'EMEA', 'Under review', 'Amara Diallo', 'Oscar Lundin', 220000, '', '', 5, '', '2026-08-10', '', '', '', '', '', '', '', ''],
    ['Pricing cockpit', 'Americas', 'Qualify', 'Ben Asante', '', '', '', '', 6, '', '2026-06-15', '', '', '', '', '', '', '', 'Too long in qualification'],
    ['Warehouse tune-up', 'EMEA', 'Closed', 'Amara Diallo', 'Oscar Lundin', 280000, 301000, '', 7, 8, '2024-07-01', '2024-08-05', 'D. Malhotra', '2024-09-02', '2025-08-31', '2025-09-12', 'Succeeded', '2025-08-18', ''],
    ['Metrics layer', 'EMEA', 'Closed', 'Amara Diallo', 'Oscar Lundin', 310000, 260000, '', 8, 6, '2025-01-13', '2025-02-10', 'D. Malhotra', '2025-03-03', '2026-02-28', '2026-03-06', 'Succeeded', '2026-02-10', ''],
  ],
  'Corvus Robotics': [
    ['Warehouse picking', 'Americas', 'Launch', 'Nadia Rossi', '', 780000, 140000, 190000, 14, 3, '2025-08-11', '2025-09-15', 'Alliance board', '2025-10-13', '2026-10-31', '', '', '2026-03-17', 'Decide whether to go on'],
    ['Inspection drones', 'EMEA', 'Launch', 'Nadia Rossi', 'Mei Tanaka', 420000, 120000, 260000, 9, 4, '2025-11-24', '2026-01-05', 'Alliance board', '2026-02-09', '2027-01-31', '', '', '2026-06-23', ''],
    ['Cobot leasing', 'EMEA', 'Approve', 'Nadia Rossi', '?', 350000, '', '', 8, '', '2026-07-20', '2026-08-24', 'Alliance board', '', '', '', '', '', ''],
    ['Palletiser retrofit', 'Americas', 'Cancelled', 'Nadia Rossi', '', 200000, '', '', 5, '', '2025-05-05', '', '', '', '', '2025-10-20', '', '', 'Stopped at the gate'],
    ['Vision module', 'Americas', 'Closed', 'Nadia Rossi', 'open', 260000, 45000, '', 7, 1, '2024-08-05', '2024-09-09', 'Alliance board', '2024-10-07', '2025-09-30', '2025-10-24', 'Failed', '2025-09-02', ''],
  ],
  'Meridian Health IT': [
    ['Care pathway hub', 'EMEA', 'Launch', 'Lea Fischer', 'Ruth Adeyemi', 900000, 720000, 980000, 16, 14, '2025-09-22', '2025-10-27', 'M. Lindqvist', '2025-12-01', '2026-11-30', '', '', '2026-09-08', ''],
    ['Remote monitoring', 'Americas', 'Launch', 'Sam Whitfield', 'Ruth Adeyemi', 520000, 350000, 610000, 10, 9, '2025-12-08', '2026-01-19', 'M. Lindqvist', '2026-02-16', '2027-01-31', '', '', '2026-09-08', ''],
    ['Imaging archive', 'EMEA', 'Launch', 'Lea Fischer', 'Ruth Adeyemi', 340000, 160000, 420000, 8, 7, '2026-02-09', '2026-03-16', 'M. Lindqvist', '2026-04-13', '2027-03-31', '', '', '2026-07-30', ''],
    ['Consent service', 'EMEA', 'Approve', 'Lea Fischer', 'Ruth Adeyemi', 180000, '', '', 5, '', '2026-09-14', '', '', '', '', '', '', '', 'Board on 6 October'],
    ['Lab connector', 'EMEA', 'Closed', 'Lea Fischer', 'Ruth Adeyemi', 240000, 262000, '', 6, 7, '2024-10-07', '2024-11-11', 'M. Lindqvist', '2024-12-02', '2025-11-30', '2025-12-05', 'Succeeded', '2025-11-17', ''],
    ['Clinic starter', 'Americas', 'Closed', 'Sam Whitfield', 'Ruth Adeyemi', 200000, 214000, '', 5, 6, '2023-11-06', '2023-12-11', 'M. Lindqvist', '2024-01-15', '2024-12-31', '2025-01-17', 'Succeeded', '2024-12-10', ''],
  ],
  'Tessera Payments': [
    ['Instant payouts', 'EMEA', 'Launch', 'Ben Asante', 'Oscar Lundin', 460000, 190000, 350000, 11, 7, '2025-10-27', '2025-12-01', 'Alliance board', '2026-01-12', '2026-12-31', '', '', '2026-07-08', ''],
    ['Fraud shield', 'Americas', 'Launch', 'Ben Asante', 'Mei Tanaka', 380000, 150000, 'n/a', 9, 6, '2025-12-15', '2026-01-26', 'Alliance board', '2026-02-23', '2027-01-31', '', '', '2026-07-08', 'Pipeline figure is missing'],
    ['Split billing', 'EMEA', 'Launch', '', 'Mei Tanaka', 240000, 'about 70k', 160000, 6, 3, '2026-01-26', '2026-03-02', '', '2026-03-30', '2027-02-28', '', '', '2026-07-08', 'Owner left; find a new one'],
    ['Merchant onboarding', 'EMEA', 'Qualify', 'Ben Asante', 'Oscar Lundin', 150000, '', '', '', '', '2026-08-03', '', '', '', '', '', '', '', ''],
    ['Loyalty wallet', 'EMEA', 'Closed', 'Ben Asante', 'Oscar Lundin', 210000, 178000, '', 6, 5, '2024-09-09', '2024-10-14', 'Alliance board', '2024-11-11', '2025-10-31', '2025-11-07', 'Succeeded', '2025-10-14', ''],
  ],
  'Oakhurst Logistics': [
    ['Route optimiser', 'Americas', 'Launch', 'Nadia Rossi', '', 520000, 60000, 70000, 12, 1, '2025-05-12', '2025-06-16', 'Alliance board', '2025-07-14', '2026-07-31', '', '', '2025-11-25', 'Two months over due'],
    ['Cold chain pilot', 'Americas', 'Launch', 'Nadia Rossi', 'none', 300000, 40000, 35000, 7, 1, '2025-09-15', '2025-10-20', 'Alliance board', '2025-11-17', '2026-10-31', '', '', '2025-11-25', ''],
    ['Yard visibility', 'Americas', 'Closed', 'Nadia Rossi', '', 220000, 30000, '', 6, 1, '2024-05-06', '2024-06-10', 'Alliance board', '2024-07-08', '2025-06-30', '2025-07-25', 'Failed', '2025-05-20', ''],
    ['Driver app', 'Americas', 'Closed', 'Nadia Rossi', 'tba', 180000, 12000, '', 5, 0, '2023-09-04', '2023-10-09', 'Alliance board', '2023-11-06', '2024-10-31', '2024-11-22', 'Failed', '2024-10-02', ''],
    ['Returns hub', 'Americas', 'Stopped', 'Nadia Rossi', '', 160000, '', '', 4, '', '2025-01-20', '', '', '', '', '2025-04-28', '', '', ''],
  ],
  'Silverline Telecom': [
    ['Private 5G bundles', 'EMEA', 'Launch', 'Jonas Weber', 'Henrik Sol', 720000, 540000, 820000, 14, 12, '2025-10-13', '2025-11-17', 'H. Strand', '2025-12-15', '2026-12-31', '', '', '2026-08-27', ''],
    ['Roaming analytics', 'APAC', 'Launch', 'Jonas Weber', 'Mei Tanaka', 390000, 245000, 450000, 9, 8, '2025-12-22', '2026-01-26', 'H. Strand', '2026-02-23', '2027-01-31', '', '', '2026-08-27', ''],
    ['Network API store', 'EMEA', 'Approve', 'Jonas Weber', 'Henrik Sol', 310000, '', '', 7, '', '2026-08-17', '2026-09-21', 'H. Strand', '', '', '', '', '', ''],
    ['eSIM onboarding', 'EMEA', 'Closed', 'Jonas Weber', 'Henrik Sol', 270000, 289000, '', 7, 8, '2024-11-04', '2024-12-09', 'H. Strand', '2025-01-13', '2025-12-31', '2026-01-16', 'Succeeded', '2025-12-15', ''],
    ['Fixed wireless', 'APAC', 'Closed', 'Jonas Weber', 'Henrik Sol', 330000, 210000, '', 8, 5, '2023-12-04', '2024-01-15', 'H. Strand', '2024-02-12', '2025-01-31', '2025-02-14', 'Failed', '2025-01-20', ''],
  ],
  'Pinnacle Retail Tech': [
    ['Store of the future', 'Americas', 'Launch', 'Sam Whitfield', 'Ruth Adeyemi', 440000, 235000, 380000, 10, 7, '2025-11-10', '2025-12-15', 'H. Strand', '2026-01-26', '2026-12-31', '', '', '2026-07-15', ''],
    ['Smart shelf', 'Americas', 'Launch', 'Sam Whitfield', 'Ruth Adeyemi', 280000, 130000, 240000, 7, 5, '2026-01-12', '2026-02-16', 'H. Strand', '2026-03-16', '2027-02-28', '', '', '2026-07-15', ''],
    ['Checkout vision', 'EMEA', 'Qualify', 'Sam Whitfield', '', 190000, '', '', 5, '', '2026-08-24', '', '', '', '', '', '', '', ''],
    ['Click and collect', 'Americas', 'Closed', 'Sam Whitfield', 'Ruth Adeyemi', 230000, 241000, '', 6, 6, '2024-12-02', '2025-01-13', 'H. Strand', '2025-02-10', '2026-01-31', '2026-02-13', 'Succeeded', '2026-01-12', ''],
  ],
  'Kestrel Security': [
    ['Threat exchange', 'Global', 'Launch', 'Amara Diallo', 'Carla Mendes', 800000, 20000, 300000, 16, 2, '2026-05-18', '2026-06-15', 'Alliance board', '2026-08-03', '2027-07-31', '', '', '', 'First joint pipeline review'],
    ['SOC in the cloud', 'EMEA', 'Launch', 'Amara Diallo', 'Henrik Sol', 550000, '', 120000, 10, 1, '2026-06-08', '2026-07-06', 'Alliance board', '2026-08-31', '2027-08-31', '', '', '', ''],
    ['OT security', 'Americas', 'Approve', 'Amara Diallo', '', 420000, '', '', 9, '', '2026-08-31', '2026-09-21', 'Alliance board', '', '', '', '', '', 'Sponsor to be named'],
  ],
  'Vantage Energy': [
    ['Grid forecasting', 'EMEA', 'Launch', 'Ben Asante', 'Oscar Lundin', 360000, 215000, 300000, 8, 6, '2025-10-06', '2025-11-10', 'H. Strand', '2025-12-08', '2026-12-31', '', '', '2026-07-22', ''],
    ['Meter analytics', 'EMEA', 'Launch', 'Ben Asante', 'Oscar Lundin', 250000, 95000, 210000, 6, 4, '2026-01-19', '2026-02-23', 'H. Strand', '03/04/2026', '2027-03-31', '', '', '2026-07-22', 'Launch date written two ways'],
    ['Outage alerts', 'EMEA', 'Closed', 'Ben Asante', 'Oscar Lundin', 190000, 201000, '', 5, 5, '2024-10-14', '2024-11-18', 'H. Strand', '2024-12-16', '2025-12-15', '2025-12-19', 'Succeeded', '2025-11-25', ''],
    ['Demand response', 'EMEA', 'On ice', 'Ben Asante', '', 170000, '', '', 4, '', '2025-03-10', '', '', '', '', '2025-09-08', '', '', ''],
  ],
  'Rookwood Insurance': [
    ['Claims triage', 'EMEA', 'Launch', 'Nadia Rossi', 'Oscar Lundin', 330000, 150000, 260000, 8, 5, '2025-11-17', '2025-12-22', 'H. Strand', '2026-02-02', '2027-01-31', '', '', '2026-06-30', ''],
    ['Policy chatbot', 'EMEA', 'Launch', 'Nadia Rossi', 'Mei Tanaka', 210000, { error: '#N/A' }, 140000, 5, 3, '2026-01-26', '2026-03-02', 'H. Strand', '2026-04-06', '2027-03-31', '', '', '2026-08-05', 'Revenue lookup is broken'],
    ['Risk scoring', 'EMEA', 'Closed', 'Nadia Rossi', 'Oscar Lundin', 180000, 120000, '', 5, 3, '2024-09-16', '2024-10-21', 'H. Strand', '2024-11-18', '2025-11-17', '2025-11-28', 'Failed', '2025-10-27', ''],
  ],
  'Nordhavn Marine': [
    ['Port scheduler', 'EMEA', 'Closed', 'Nadia Rossi', '', 240000, 35000, '', 6, 1, '2024-03-04', '2024-04-08', 'Alliance board', '2024-05-06', '2025-04-30', '2025-05-16', 'Failed', '2025-03-18', ''],
    ['Fleet telemetry', 'EMEA', 'Closed', 'Nadia Rossi', 'Mei Tanaka', 260000, 270000, '', 6, 6, '2024-11-11', '2024-12-16', 'Alliance board', '2025-01-20', '2026-01-31', '2026-02-20', 'Succeeded', '2026-01-13', ''],
  ],
  'Solstice Media': [
    ['Ad insights', 'Americas', 'Launch', 'Jonas Weber', '', 410000, 70000, 90000, 9, 2, '2025-07-07', '2025-08-11', 'H. Strand', '2025-09-08', '2026-09-30', '', '', '2026-02-10', 'Wind down'],
    ['Streaming bundles', 'Americas', 'Launch', 'Jonas Weber', 'Mei Tanaka', '€180,000', '€45,000', '€60,000', 5, 2, '2025-11-03', '2025-12-08', 'H. Strand', '2026-01-19', '2026-12-31', '', '', '2026-06-03', 'Priced in euro'],
    ['Creator fund', 'Americas', 'Closed', 'Jonas Weber', '', 150000, 22000, '', 4, 1, '2024-04-08', '2024-05-13', 'H. Strand', '2024-06-10', '2025-05-31', '2025-06-20', 'Failed', '2025-05-05', ''],
  ],
  'Northwynd Systems': [['Academy scholarship', 'Global', 'Qualify', 'Lea Fischer', 'Henrik Sol', 60000, '', '', 4, '', '2026-09-14', '', '', '', '', '', '', '', 'Partner name is misspelt']],
};

const correctionHeaders = ['Date', 'Partner', 'Initiative', 'Correction', 'Reason', 'Measure', 'Owner', 'Review on', 'Status'];
const corrections = [
  ['2024-06-03', '', '', 'No launch without a sales sponsor', 'Initiatives without one kept failing', '', 'Ines Okafor', '', 'In force'],
  ['2026-02-09', 'Oakhurst Logistics', '', 'Workshop on a new joint plan', 'No plan since 2023', '', 'Priya Nair', '2026-05-29', 'Held; no plan agreed'],
  ['2026-03-02', 'Tessera Payments', '', 'An owner for every initiative', 'Two initiatives without one', 'Governance', 'Priya Nair', '', 'Done but for Split billing'],
  ['2026-04-20', 'Corvus Robotics', 'Warehouse picking', 'New sales lead on both sides', 'Their sales lead left', 'Sales traction', 'Tom Reyes', '2026-07-31', 'Done'],
  ['2026-08-17', 'Halden Cloud', '', 'Weekly pipeline call of both sales teams', 'Pipeline covers half of the plan', 'Pipeline', 'Ines Okafor', '2026-11-16', 'Under way'],
];

/** What the reviews of four quarters found: health and the six dimensions of each partner, in the order of the table. */
const quarters = [['2025 Q3', '2025-09-30', 74.1], ['2025 Q4', '2025-12-31', 74.9], ['2026 Q1', '2026-03-31', 76.2], ['2026 Q2', '2026-06-30', 76.8]];
const past = {
  'Northwind Systems': [[92.4, 91, 88, 95, 100, 95, 85], [94.8, 95, 90, 96, 100, 97, 85], [96.9, 98, 95, 98, 100, 97, 85], [97.9, 100, 98, 100, 100, 97, 88]],
  'Halden Cloud': [[81.2, 88, 76, 84, 70, 93, 75], [78.3, 85, 72, 82, 66, 93, 75], [74.6, 82, 66, 80, 60, 93, 75], [70.4, 78, 60, 81, 52, 93, 50]],
  'Brightwater Analytics': [[84.8, 90, 70, 86, 100, 78, 75], [82.1, 89, 62, 86, 100, 75, 75], [79.7, 88, 55, 87, 100, 70, 75], [78.2, 87, 52, 88, 100, 62, 75]],
  'Corvus Robotics': [[62.3, 55, 58, 60, 60, 90, 50], [57.1, 48, 50, 55, 55, 88, 50], [48.9, 40, 35, 45, 48, 85, 50], [41.0, 33, 24, 39, 36, 83, 50]],
  'Meridian Health IT': [[88.2, 85, 80, 92, 100, 92, 88], [91.5, 90, 85, 94, 100, 94, 88], [95.4, 96, 90, 98, 100, 97, 88], [98.4, 100, 94, 100, 100, 100, 88]],
  'Tessera Payments': [[70.6, 74, 48, 85, 90, 60, 50], [70.1, 75, 45, 86, 90, 58, 50], [73.2, 76, 44, 88, 90, 66, null], [75.0, 77, 43, 91, 90, 78, null]],
  'Oakhurst Logistics': [[37.8, 35, 28, 30, 40, 58, 38], [30.4, 28, 20, 25, 30, 50, 38], [22.1, 20, 12, 18, 20, 42, 25], [15.3, 16, 8, 14, 8, 33, 25]],
  'Silverline Telecom': [[90.3, 88, 85, 90, 100, 92, 75], [93.6, 94, 90, 94, 100, 94, 75], [95.0, 96, 94, 96, 100, 95, 75], [96.4, 99, 97, 98, 100, 96, 75]],
  'Pinnacle Retail Tech': [[79.4, 82, 50, 80, 100, 95, 63], [82.0, 86, 54, 85, 100, 96, 63], [84.6, 90, 57, 90, 100, 98, 63], [86.9, 95, 58, 95, 100, 100, 63]],
  'Kestrel Security, Inc.': [null, null, null, [null, null, null, null, 100, 100, null]],
  'Vantage Energy': [[83.1, 86, 64, 90, 90, 96, 63], [84.9, 90, 66, 92, 90, 98, 63], [86.2, 93, 68, 95, 90, 100, 63], [87.1, 94, 69, 97, 90, 100, 63]],
  'Rookwood Insurance': [[77.9, 80, 55, 94, 100, 82, 50], [77.2, 80, 53, 95, 100, 78, 50], [76.4, 79, 50, 95, 100, 74, 50], [76.0, 79, 49, 96, 100, 72, 50]],
  'Nordhavn Marine': [[44.0, 60, 20, 35, 45, 52, 25], [41.2, 62, 10, 30, 40, 50, 25], [null, 66, null, null, null, 50, null], [null, 80, null, null, null, 50, null]],
  'Solstice Media': [[58.2, 55, 42, 60, 70, 65, 50], [49.3, 44, 30, 52, 65, 58, 50], [41.4, 32, 22, 44, 62, 50, 38], [34.0, 24, 14, 38, 60, 42, 38]],
};
const rating = (health) => (health === null ? 'Not rated' : health >= 80 ? 'Green' : health >= 60 ? 'Amber' : 'Red');
const historyHeaders = [
  'Quarter', 'As of', 'Partner', 'Health', 'Rating', 'Confidence', 'Revenue score', 'Pipeline score', 'Traction score', 'Sponsorship score', 'Governance score',
  'Relationship score', 'Revenue', 'Revenue target', 'Pipeline', 'Pipeline coverage', 'Portfolio health', 'Made on', 'Run',
];
const history = quarters.flatMap(([quarter, asOf, portfolio], index) => Object.entries(past).flatMap(([partner, scores]) => {
  const found = scores[index];
  if (found === null) return [];
  const [health, ...dimensions] = found;
  // A partner without a launch date of an initiative is not fully known.
  return [[quarter, asOf, partner, health, rating(health), health === null ? 0.45 : 1, ...dimensions, null, null, null, null, portfolio, asOf, `sample${index + 1}`]];
}));

const answerHeaders = ['Date', 'Assessor', 'Area', 'Level', 'Evidence'];
const areas = ['Process', 'Approval', 'Roles', 'Profession', 'Standing', 'Staffing', 'Reporting', 'Expectations', 'Plans and reviews', 'Portfolio'];
const answers = [
  ['2025-10-06', [2, 3, 1, 1, 1, 2, 2, 1, 2, 1]],
  ['2026-09-07', [3, 3, 3, 2, 1, 2, 3, 2, 2, 1]],
].flatMap(([date, levels]) => areas.map((area, index) => [date, 'Ines Okafor', area, levels[index], index === 2 && date > '2026' ? 'Sponsor rule of June 2025; roles are in the handbook' : null]));

const book = new ExcelJS.Workbook();
book.creator = 'Ines Okafor';
book.title = 'Strategic alliances';
// A fixed moment: the same script makes the same file.
book.created = book.modified = new Date('2026-09-30T08:00:00Z');

function sheet(name, title, subtitle, widths) {
  const made = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 4, showGridLines: true }] });
  made.columns = widths.map((width) => ({ width }));
  made.pageSetup = { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '4:4' };
  made.getCell('A1').value = title;
  made.getCell('A1').font = { size: 16, bold: true, color: { argb: accent } };
  made.getCell('A2').value = subtitle;
  made.getCell('A2').font = { italic: true, color: { argb: 'FF595959' } };
  return made;
}

function style(made, headers, firstRow, rows, formats) {
  made.getRow(1).height = 26;
  made.getRow(4).height = 48;
  headers.forEach((_, i) => {
    const header = made.getCell(4, i + 1);
    header.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    header.alignment = { wrapText: true, vertical: 'middle' };
  });
  for (let row = firstRow; row < firstRow + rows; row += 1) {
    headers.forEach((header, i) => {
      const format = formats(header);
      if (format) made.getCell(row, i + 1).numFmt = format;
    });
  }
}

const partnerDates = ['Since', 'Joint business plan (date agreed)', 'Last QBR', 'Expectations agreed', 'Survey date', 'Agreement ends', 'Notice by'];
const money = ['Revenue target (USD)', 'Revenue (USD)', 'Pipeline (USD)'];
const initiativeDates = ['Qualified on', 'Approved on', 'Launched on', 'Due', 'Ended on', 'Last inspected'];

const partnerSheet = sheet('Partners', 'Strategic alliances: partners', 'Kept by the alliance office. One row per alliance; names as in the CRM.', [26, 11, 18, 22, 22, 10, 12, 16, 12, 14, 12, 12, 12, 13, 12, 44]);
partnerSheet.addTable({
  name: 'Partners',
  ref: 'A4',
  headerRow: true,
  style: { theme: 'TableStyleMedium2', showRowStripes: true },
  columns: partnerHeaders.map((name) => ({ name, filterButton: true })),
  rows: partners.map((row) => row.map((cell) => (cell === '' ? null : day(cell)))),
});
style(partnerSheet, partnerHeaders, 5, partners.length, (header) => (partnerDates.includes(header) ? 'dd mmm yyyy' : null));
for (let row = 5; row < 5 + partners.length; row += 1) {
  partnerSheet.getCell(row, 2).dataValidation = { type: 'list', allowBlank: true, formulae: ['"Strategic,Growth,Tactical"'] };
  partnerSheet.getCell(row, 6).dataValidation = { type: 'list', allowBlank: true, formulae: ['"Active,Watch,Exiting,Ended"'] };
}

const rows = Object.entries(initiatives).flatMap(([partner, list]) => list.map(([name, region, ...rest]) => [name, partner, region, ...rest]));
const initiativeSheet = sheet('Initiatives', 'Joint initiatives', 'All figures in USD. Pipeline is open pipeline, traction counts joint opportunities with sales engaged.', [26, 24, 10, 15, 16, 18, 15, 14, 14, 10, 10, 13, 13, 16, 13, 13, 13, 12, 13, 32]);
initiativeSheet.addTable({
  name: 'Initiatives',
  ref: 'A4',
  headerRow: true,
  totalsRow: true,
  style: { theme: 'TableStyleMedium2', showRowStripes: true },
  columns: initiativeHeaders.map((name, i) => ({ name, filterButton: true, ...(i === 0 ? { totalsRowLabel: 'Total' } : money.includes(name) ? { totalsRowFunction: 'sum' } : {}) })),
  rows: rows.map((row) => row.map((cell, i) => (cell === '' ? null : initiativeDates.includes(initiativeHeaders[i]) ? day(cell) : cell))),
});
style(initiativeSheet, initiativeHeaders, 5, rows.length + 1, (header) => (initiativeDates.includes(header) ? 'dd mmm yyyy' : money.includes(header) ? '#,##0' : null));
for (let row = 5; row < 5 + rows.length; row += 1) {
  initiativeSheet.getCell(row, 18).dataValidation = { type: 'list', allowBlank: true, formulae: ['"Succeeded,Failed,Stopped"'] };
}

const correctionSheet = sheet('Corrections', 'Course corrections', 'What was changed, for whom, and when we look again. Blank partner: the whole portfolio.', [13, 22, 22, 38, 34, 16, 16, 13, 26]);
correctionSheet.addTable({
  name: 'Corrections',
  ref: 'A4',
  headerRow: true,
  style: { theme: 'TableStyleMedium2', showRowStripes: true },
  columns: correctionHeaders.map((name) => ({ name, filterButton: true })),
  rows: corrections.map((row) => row.map((cell) => (cell === '' ? null : day(cell)))),
});
style(correctionSheet, correctionHeaders, 5, corrections.length, (header) => (header === 'Date' || header === 'Review on' ? 'dd mmm yyyy' : null));

const notes = book.addWorksheet('Notes', { views: [{ showGridLines: false }] });
notes.columns = [{ width: 34 }, { width: 22 }, { width: 22 }, { width: 16 }, { width: 18 }, { width: 12 }, { width: 18 }, { width: 22 }];
const lines = [
  ['Alliance portfolio at a glance'],
  ['As of', day('2026-09-30')],
  [],
  ['Portfolio health', { formula: 'ALLIANCE.HEALTH()' }],
  ['Northwind Systems', { formula: 'ALLIANCE.HEALTH("Northwind Systems")' }, { formula: 'ALLIANCE.RATING("Northwind Systems")' }],
  ['Halden Cloud', { formula: 'ALLIANCE.HEALTH("Halden Cloud")' }, { formula: 'ALLIANCE.RATING("Halden Cloud")' }],
  ['Oakhurst Logistics', { formula: 'ALLIANCE.HEALTH("Oakhurst Logistics")' }, { formula: 'ALLIANCE.RATING("Oakhurst Logistics")' }],
  ['Why Halden Cloud', { formula: 'ALLIANCE.WHY("Halden Cloud")' }],
  ['Sponsor coverage by value', { formula: 'ALLIANCE.SPONSORCOVERAGE()' }],
  [],
  ['Initiatives without a sales sponsor'],
  [{ formula: 'ALLIANCE.SPONSORGAPS()' }],
];
lines.forEach((line, row) => line.forEach((value, column) => (notes.getCell(row + 1, column + 1).value = value)));
notes.getRow(1).height = 26;
notes.getCell('A1').font = { size: 16, bold: true, color: { argb: accent } };
notes.getCell('A11').font = { bold: true };
notes.getCell('B2').numFmt = 'd mmmm yyyy';
for (const address of ['B4', 'B5', 'B6', 'B7']) notes.getCell(address).numFmt = '0.0';
notes.getCell('B9').numFmt = '0%';
book.definedNames.add('Notes!$B$2', 'AllianceAsOf');

// What the product keeps itself: hidden, but not locked away.
const own = book.addWorksheet('Alliance data', { state: 'hidden' });
const ownTable = (name, column, headers, rows, dates) => {
  own.addTable({ name, ref: own.getCell(1, column).address, headerRow: true, style: { theme: 'TableStyleLight1' }, columns: headers.map((header) => ({ name: header })), rows: rows.map((row) => row.map(day)) });
  headers.forEach((header, i) => {
    if (dates.includes(header)) rows.forEach((_, row) => (own.getCell(row + 2, column + i).numFmt = 'yyyy-mm-dd'));
  });
};
ownTable('AllianceHistory', 1, historyHeaders, history, ['As of', 'Made on']);
ownTable('AllianceAssessment', historyHeaders.length + 2, answerHeaders, answers, ['Date']);

const file = join(root, 'assets', 'sample.xlsx');
await book.xlsx.writeFile(file);
console.log(`Wrote ${partners.length} partner rows and ${rows.length} initiative rows to assets/sample.xlsx.`);
