-- Photos of reports: what a device declared, and the file that was made of it.
CREATE TABLE photo (
  id TEXT PRIMARY KEY,
  -- No foreign key: a queue may send a photo before its report.
  report_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('photo', 'signal_app')),
  operator_id TEXT REFERENCES operator (id),
  declared_bytes INTEGER NOT NULL,
  declared_sha256 TEXT NOT NULL,
  declared_distance_m REAL,
  declared_by TEXT NOT NULL REFERENCES account (id),
  declared_at TEXT NOT NULL,
  -- Why what was sent is no photo (a refusal's code); null: it is one, or is still on its way.
  refusal TEXT,
  -- Of the stored file, all null until it stands: SHA-256 (its name), what it is, its size.
  content TEXT,
  extension TEXT CHECK (extension IN ('jpg', 'webp')),
  width_px INTEGER,
  height_px INTEGER,
  stored_bytes INTEGER,
  -- Metres from where the camera says it was to the report's position.
  exif_distance_m REAL
) WITHOUT ROWID;
CREATE INDEX photo_by_report ON photo (report_id);
CREATE INDEX photo_by_content ON photo (content) WHERE content IS NOT NULL;
CREATE INDEX photo_unfinished ON photo (declared_by) WHERE content IS NULL AND refusal IS NULL;
