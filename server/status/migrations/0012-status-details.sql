-- The derived statuses in more detail: per operator, per locality, how complete, what conflicts.
DROP TABLE place_status;
CREATE TABLE place_status (
  id INTEGER PRIMARY KEY REFERENCES region (id),
  status TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  -- The day of the evidence it rests on; null when nothing is known any more.
  observed_on TEXT,
  is_sample INTEGER NOT NULL,
  has_conflict INTEGER NOT NULL,
  -- Known, but by less evidence than the settings ask for.
  is_lacking INTEGER NOT NULL,
  -- The status that most of a partial village has; null for every other one.
  majority TEXT,
  -- How much of it is known, in tenths: of its operators, times its localities where it has some.
  known_tenths INTEGER NOT NULL,
  -- Of its localities, by households, else population, else count; null without localities.
  served_fraction REAL,
  -- The status version (meta 'status_version') at which it last changed.
  version INTEGER NOT NULL
);
CREATE INDEX place_status_by_version ON place_status (version);

CREATE TABLE operator_status (
  id INTEGER NOT NULL REFERENCES region (id),
  -- '*': what is said without naming an operator.
  operator_id TEXT NOT NULL,
  status TEXT NOT NULL,
  -- The best technology that counts, or is reported, there.
  technology TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  observed_on TEXT NOT NULL,
  is_sample INTEGER NOT NULL,
  has_conflict INTEGER NOT NULL,
  is_lacking INTEGER NOT NULL,
  majority TEXT,
  known_tenths INTEGER NOT NULL,
  PRIMARY KEY (id, operator_id)
) WITHOUT ROWID;
CREATE INDEX operator_status_by_operator ON operator_status (operator_id, id);

CREATE TABLE locality_status (
  locality_id TEXT PRIMARY KEY REFERENCES locality (id) ON DELETE CASCADE,
  status TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  observed_on TEXT,
  is_sample INTEGER NOT NULL,
  has_conflict INTEGER NOT NULL,
  is_lacking INTEGER NOT NULL
) WITHOUT ROWID;

-- The settings of the derivation, each with the day from which it held; the newest counts.
CREATE TABLE status_setting (
  id INTEGER PRIMARY KEY,
  settings TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT REFERENCES account (id)
);
