-- Public sites that should be connected: schools, health posts, offices. What connects them is dated and sourced.
CREATE TABLE facility (
  id TEXT PRIMARY KEY,
  village_code TEXT NOT NULL REFERENCES region (code),
  locality_id TEXT REFERENCES locality (id),
  kind TEXT NOT NULL CHECK (kind IN
    ('school', 'health', 'village_office', 'district_office', 'worship', 'market', 'other')),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  lng REAL, lat REAL,
  -- What the owner's list says; 'unknown' is not 'none'. Verified reports may know better.
  connection TEXT NOT NULL DEFAULT 'unknown' CHECK (connection IN
    ('unknown', 'none', 'fibre', 'cellular', 'satellite', 'radio', 'other')),
  connection_on TEXT,
  source TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES account (id),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (village_code, kind, name_key)
) WITHOUT ROWID;
CREATE INDEX facility_by_position ON facility (lat, lng) WHERE lat IS NOT NULL;
CREATE INDEX facility_by_locality ON facility (locality_id) WHERE locality_id IS NOT NULL;
-- Counted by kind and connection without touching a row.
CREATE INDEX facility_by_kind ON facility (village_code, kind, connection);
