-- Files with a geometry: sites and coverage polygons. Which kinds there are is the contract's part from
-- now on; what a file itself does not say may also be whose coverage it is, and of what.
CREATE TABLE import_next (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  -- JSON array of {name, header}, in the file's order.
  sheets TEXT NOT NULL,
  -- Which of them is read, from 0.
  sheet INTEGER NOT NULL,
  -- JSON: what each column is, by its key → the column's index.
  mapping TEXT NOT NULL,
  -- What the file itself does not say: where it comes from, its day or year, whose villages it lists.
  source TEXT NOT NULL DEFAULT '',
  dated_on TEXT,
  year INTEGER,
  regency_code TEXT REFERENCES region (code),
  -- Of sites and coverage: whose, of which technology, and what rows that name no state are.
  operator_id TEXT REFERENCES operator (id),
  technology TEXT CHECK (technology IN ('2g', '3g', '4g', '5g')),
  site_state TEXT CHECK (site_state IN ('planned', 'built', 'on_air', 'off')),
  -- Outside its polygons the operator has nothing: silence of the file is a statement.
  is_complete INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL CHECK (state IN ('preview', 'stored', 'discarded')),
  -- What became of the rows, JSON; null until they are stored.
  outcome TEXT,
  office_id INTEGER NOT NULL REFERENCES office (id),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES account (id),
  stored_at TEXT,
  stored_by TEXT REFERENCES account (id),
  version INTEGER NOT NULL DEFAULT 1
);
INSERT INTO import_next (id, kind, file_name, sha256, bytes, sheets, sheet, mapping, source, dated_on,
    year, regency_code, state, outcome, office_id, created_at, created_by, stored_at, stored_by, version)
  SELECT id, kind, file_name, sha256, bytes, sheets, sheet, mapping, source, dated_on,
    year, regency_code, state, outcome, office_id, created_at, created_by, stored_at, stored_by, version
  FROM import;

-- The rows of all sheets; once stored, only those that were left out stay, for repair.
CREATE TABLE import_row_next (
  import_id TEXT NOT NULL REFERENCES import_next (id) ON DELETE CASCADE,
  sheet INTEGER NOT NULL,
  -- As Excel numbers it; of a file without a table, the feature's number from 1.
  number INTEGER NOT NULL,
  -- JSON array of texts.
  cells TEXT NOT NULL,
  -- GeoJSON geometry, WGS 84, [lng, lat]; null in a table.
  geometry TEXT,
  -- Null in a sheet that is not read.
  part TEXT CHECK (part IN ('certain', 'doubtful', 'wrong', 'same')),
  -- JSON: what was made of the row, its draft, its doubt or its errors.
  reading TEXT,
  -- What it writes: two rows of one slot say the same or contradict each other.
  slot TEXT,
  -- Rows with the same doubt share it, to be settled together.
  alike TEXT,
  -- JSON: what a person decided about its doubts.
  choices TEXT NOT NULL DEFAULT '{}',
  is_skipped INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (import_id, sheet, number)
);
INSERT INTO import_row_next (import_id, sheet, number, cells, part, reading, slot, alike, choices, is_skipped)
  SELECT import_id, sheet, number, cells, part, reading, slot, alike, choices, is_skipped FROM import_row;

-- A table that others point at cannot be dropped; the reports find theirs again below.
CREATE TABLE report_import_kept AS SELECT id, import_id FROM report WHERE import_id IS NOT NULL;
UPDATE report SET import_id = NULL WHERE import_id IS NOT NULL;
DROP TABLE import_row;
DROP TABLE import;
ALTER TABLE import_next RENAME TO import;
ALTER TABLE import_row_next RENAME TO import_row;
UPDATE report SET import_id = kept.import_id FROM report_import_kept kept WHERE kept.id = report.id;
DROP TABLE report_import_kept;

CREATE INDEX import_by_time ON import (created_at);
CREATE INDEX import_by_content ON import (sha256, kind);
CREATE INDEX import_row_by_part ON import_row (import_id, sheet, part, number, is_skipped);
CREATE INDEX import_row_by_slot ON import_row (import_id, slot) WHERE slot IS NOT NULL;
CREATE INDEX import_row_by_doubt ON import_row (import_id, alike) WHERE alike IS NOT NULL;

-- Operators name their columns each in their own way: a mapping is remembered per operator, '' for none.
CREATE TABLE import_mapping_next (
  kind TEXT NOT NULL,
  operator_id TEXT NOT NULL,
  -- The folded headers, joined.
  header TEXT NOT NULL,
  mapping TEXT NOT NULL,
  confirmed_at TEXT NOT NULL,
  PRIMARY KEY (kind, operator_id, header)
) WITHOUT ROWID;
INSERT INTO import_mapping_next SELECT kind, '', header, mapping, confirmed_at FROM import_mapping;
DROP TABLE import_mapping;
ALTER TABLE import_mapping_next RENAME TO import_mapping;
