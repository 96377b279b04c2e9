-- The derived status of every place about which something is or was known.
CREATE TABLE place_status (
  id INTEGER PRIMARY KEY REFERENCES region (id),
  status TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  -- The day of the evidence it rests on; null when nothing is known any more.
  observed_on TEXT,
  is_sample INTEGER NOT NULL,
  -- The status version (meta 'status_version') at which it last changed.
  version INTEGER NOT NULL
);
CREATE INDEX place_status_by_version ON place_status (version);
