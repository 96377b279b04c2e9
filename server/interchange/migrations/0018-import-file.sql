-- The file itself, of kinds that must be opened again as they were (filings of plans).
CREATE TABLE import_file (
  import_id TEXT PRIMARY KEY REFERENCES import (id) ON DELETE CASCADE,
  content BLOB NOT NULL
);
