-- What a measurement adds to a report, what became of it, and official statistics.
ALTER TABLE report ADD COLUMN kind TEXT NOT NULL DEFAULT 'report'
  CHECK (kind IN ('report', 'measurement', 'joint_measurement'));
ALTER TABLE report ADD COLUMN locality_id TEXT REFERENCES locality (id);
-- A locality's name as it was written, where no known locality was meant.
ALTER TABLE report ADD COLUMN locality_name TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN facility_id TEXT REFERENCES facility (id);
ALTER TABLE report ADD COLUMN connection TEXT
  CHECK (connection IN ('none', 'fibre', 'cellular', 'satellite', 'radio', 'other'));
ALTER TABLE report ADD COLUMN environment TEXT
  CHECK (environment IN ('outdoor', 'indoor', 'vehicle'));
ALTER TABLE report ADD COLUMN availability TEXT
  CHECK (availability IN ('all_day', 'day_only', 'night_only', 'unstable'));
-- The offices that took part in a joint measurement, a JSON array of names.
ALTER TABLE report ADD COLUMN participants TEXT NOT NULL DEFAULT '[]';
-- Since when a question of the verifier waits for the reporter's answer.
ALTER TABLE report ADD COLUMN asked_at TEXT;
ALTER TABLE report ADD COLUMN duplicate_of TEXT REFERENCES report (id) ON DELETE SET NULL;
-- The queue of verification: every column it is narrowed by, so that it is counted without touching a report.
CREATE INDEX report_by_state ON report
  (state, is_sample, created_at, id, asked_at, village_code, kind, observed_on);
CREATE INDEX report_by_author ON report (author_id, created_at);
CREATE INDEX report_by_locality ON report (locality_id) WHERE locality_id IS NOT NULL;
CREATE INDEX report_by_facility ON report (facility_id) WHERE facility_id IS NOT NULL;

ALTER TABLE report_statement ADD COLUMN is_outage INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report_statement ADD COLUMN rsrp_dbm REAL CHECK (rsrp_dbm BETWEEN -140 AND -43);
ALTER TABLE report_statement ADD COLUMN download_mbps REAL CHECK (download_mbps >= 0);
ALTER TABLE report_statement ADD COLUMN upload_mbps REAL CHECK (upload_mbps >= 0);

-- What became of a report: every step keeps who, when and why.
CREATE TABLE report_event (
  id INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  office_id INTEGER NOT NULL REFERENCES office (id),
  action TEXT NOT NULL CHECK (action IN
    ('verified', 'rejected', 'duplicate', 'asked', 'answered', 'reopened', 'resolved')),
  reason TEXT NOT NULL DEFAULT ''
);
CREATE INDEX report_event_by_report ON report_event (report_id, id);

-- Ids of reports that their author took back: a late retry must not bring them to life again.
CREATE TABLE report_withdrawn (id TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;

-- Official statistics (PODES): what a table of a year says of a village, of no operator in particular.
CREATE TABLE statistic_source (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL REFERENCES account (id),
  UNIQUE (name, year)
);
CREATE TABLE statistic (
  village_code TEXT NOT NULL REFERENCES region (code),
  source_id INTEGER NOT NULL REFERENCES statistic_source (id) ON DELETE CASCADE,
  technology TEXT NOT NULL CHECK (technology IN ('none', '2g', '3g', '4g', '5g')),
  strength TEXT CHECK (strength IN ('weak', 'strong', 'very_strong')),
  PRIMARY KEY (village_code, source_id)
) WITHOUT ROWID;
