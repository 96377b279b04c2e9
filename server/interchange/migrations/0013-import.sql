-- Tables that were brought in: the file, how it was read, and its rows until they are stored.
CREATE TABLE import (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN
    ('reports', 'localities', 'people', 'facilities', 'statistics', 'codes')),
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
CREATE INDEX import_by_time ON import (created_at);
CREATE INDEX import_by_content ON import (sha256, kind);

-- The rows of all sheets; once stored, only those that were left out stay, for repair.
CREATE TABLE import_row (
  import_id TEXT NOT NULL REFERENCES import (id) ON DELETE CASCADE,
  sheet INTEGER NOT NULL,
  -- As Excel numbers it.
  number INTEGER NOT NULL,
  -- JSON array of texts.
  cells TEXT NOT NULL,
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
CREATE INDEX import_row_by_part ON import_row (import_id, sheet, part, number, is_skipped);
CREATE INDEX import_row_by_slot ON import_row (import_id, slot) WHERE slot IS NOT NULL;
CREATE INDEX import_row_by_doubt ON import_row (import_id, alike) WHERE alike IS NOT NULL;

-- A mapping that was confirmed once is offered for the next file with the same header.
CREATE TABLE import_mapping (
  kind TEXT NOT NULL,
  -- The folded headers, joined.
  header TEXT NOT NULL,
  mapping TEXT NOT NULL,
  confirmed_at TEXT NOT NULL,
  PRIMARY KEY (kind, header)
) WITHOUT ROWID;

ALTER TABLE report ADD COLUMN import_id TEXT REFERENCES import (id);
CREATE INDEX report_by_import ON report (import_id) WHERE import_id IS NOT NULL;
