-- Operators, and field reports with what they state per operator.
CREATE TABLE operator (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- A mobile operator that serves the province: a blankspot needs every one of these absent.
  is_mobile INTEGER NOT NULL,
  -- Mobile network codes of MCC 510, space-separated.
  mnc TEXT NOT NULL,
  successor_id TEXT REFERENCES operator (id),
  succeeded_on TEXT
);
INSERT INTO operator VALUES
  ('telkomsel', 'Telkomsel', 1, '10', NULL, NULL),
  ('indosat', 'Indosat Ooredoo Hutchison', 1, '01 21 89', NULL, NULL),
  ('xlsmart', 'XLSMART', 1, '11 08 09 28', NULL, NULL),
  ('xl', 'XL Axiata', 1, '11 08', 'xlsmart', '2025-04-16'),
  ('smartfren', 'Smartfren', 1, '09 28', 'xlsmart', '2025-04-16');

CREATE TABLE report (
  id TEXT PRIMARY KEY,
  village_code TEXT NOT NULL REFERENCES region (code),
  lng REAL, lat REAL,
  position_source TEXT CHECK (position_source IN ('map', 'typed', 'device')),
  accuracy_m REAL,
  -- Where it stands on the map: its position, else the village's point.
  shown_lng REAL NOT NULL, shown_lat REAL NOT NULL,
  observed_on TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('submitted', 'verified', 'rejected', 'duplicate', 'resolved')),
  is_sample INTEGER NOT NULL DEFAULT 0,
  author_id TEXT NOT NULL REFERENCES account (id),
  office_id INTEGER NOT NULL REFERENCES office (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES account (id),
  version INTEGER NOT NULL DEFAULT 1
) WITHOUT ROWID;
CREATE INDEX report_by_village ON report (village_code, observed_on);
CREATE INDEX report_by_position ON report (shown_lat, shown_lng);
CREATE INDEX report_sample ON report (is_sample) WHERE is_sample = 1;

CREATE TABLE report_statement (
  report_id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  operator_id TEXT NOT NULL REFERENCES operator (id),
  technology TEXT NOT NULL CHECK (technology IN ('none', '2g', '3g', '4g', '5g')),
  strength TEXT CHECK (strength IN ('weak', 'strong', 'very_strong')),
  PRIMARY KEY (report_id, operator_id)
) WITHOUT ROWID;

-- What each version of a report said (ReportInput as JSON), so that a change can be taken back.
CREATE TABLE report_version (
  report_id TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  input TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES account (id),
  PRIMARY KEY (report_id, version)
) WITHOUT ROWID;
