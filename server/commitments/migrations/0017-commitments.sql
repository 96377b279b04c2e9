-- Who promised what, where and by when: commitments with their whole history, what cannot be done yet,
-- declaration windows with their answers, and operators' filings of plans.

CREATE TABLE commitment (
  id TEXT PRIMARY KEY,
  -- What people call it in a meeting: "Komitmen 12".
  number INTEGER NOT NULL UNIQUE,
  -- Who promised it, and who owes it now: the same, or the operator that took it over.
  operator_id TEXT NOT NULL REFERENCES operator (id),
  owner_id TEXT NOT NULL REFERENCES operator (id),
  -- The operator's office in charge; null until it is known.
  office_id INTEGER REFERENCES office (id),
  kind TEXT NOT NULL
    CHECK (kind IN ('bts', 'upgrade', 'repeater', 'vsat', 'fibre', 'super_wifi')),
  technology TEXT CHECK (technology IN ('2g', '3g', '4g', '5g')),
  -- The operator's own id and name of the site, '' where none is named; where it is to stand.
  site_ref TEXT NOT NULL DEFAULT '',
  site_name TEXT NOT NULL DEFAULT '',
  lng REAL, lat REAL,
  -- Whose tower it is ('' not said), and which operators share it (JSON array of ids).
  tower_owner TEXT NOT NULL DEFAULT '',
  tenants TEXT NOT NULL DEFAULT '[]',
  programme TEXT NOT NULL CHECK (programme IN ('own', 'uso', 'regional')),
  duty TEXT CHECK (duty IN ('3t', 'non_3t')),
  basis_kind TEXT CHECK (basis_kind IN ('order', 'letter', 'decision', 'minutes')),
  basis_number TEXT NOT NULL DEFAULT '',
  basis_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  -- No other operator's liaison sees it before that day.
  confidential_until TEXT,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'agreed', 'in_progress', 'built', 'on_air',
    'serving', 'declined', 'cancelled')),
  -- By when it is to be on air: as it was first promised, and as it is promised now.
  first_promised_on TEXT NOT NULL,
  promised_on TEXT NOT NULL,
  -- How often it was put off.
  slips INTEGER NOT NULL DEFAULT 0,
  agreed_on TEXT,
  built_on TEXT,
  on_air_on TEXT,
  serving_on TEXT,
  -- Where it came from.
  window_id TEXT REFERENCES declaration_window (id),
  filing_id TEXT REFERENCES filing (id),
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES account (id),
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES account (id),
  version INTEGER NOT NULL DEFAULT 1,
  -- The version of all commitments (meta 'commitment_version') with which it last changed.
  changed_in INTEGER NOT NULL
);
CREATE INDEX commitment_by_change ON commitment (changed_in);
CREATE INDEX commitment_by_owner ON commitment (owner_id, state, promised_on);
CREATE INDEX commitment_by_site ON commitment (owner_id, site_ref) WHERE site_ref <> '';
CREATE INDEX commitment_by_state ON commitment (state, promised_on);
CREATE INDEX commitment_by_window ON commitment (window_id) WHERE window_id IS NOT NULL;

CREATE TABLE commitment_place (
  commitment_id TEXT NOT NULL REFERENCES commitment (id) ON DELETE CASCADE,
  -- From 0, in the order in which they were named.
  position INTEGER NOT NULL,
  village_id INTEGER NOT NULL REFERENCES region (id),
  -- Null: the village as a whole.
  locality_id TEXT REFERENCES locality (id) ON DELETE SET NULL,
  -- Since when a measurement shows that it is served, and the report that does; null: none does.
  served_on TEXT,
  served_by TEXT,
  PRIMARY KEY (commitment_id, position)
) WITHOUT ROWID;
CREATE INDEX commitment_place_by_village ON commitment_place (village_id, commitment_id);

-- The board is kept in memory and reads what changed: a place that is called otherwise changes it, too.
CREATE TRIGGER locality_renamed_commitments AFTER UPDATE OF kind, name ON locality
WHEN EXISTS (SELECT 1 FROM commitment_place WHERE village_id =
  (SELECT id FROM region WHERE code = new.village_code) AND locality_id = new.id)
BEGIN
  UPDATE meta SET value = value + 1 WHERE key = 'commitment_version';
  UPDATE commitment
    SET changed_in = (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'commitment_version')
    WHERE id IN (SELECT commitment_id FROM commitment_place WHERE village_id =
      (SELECT id FROM region WHERE code = new.village_code) AND locality_id = new.id);
END;

-- Everything that ever happened to a commitment. Rows are only added: what was once promised stays.
CREATE TABLE commitment_event (
  id INTEGER PRIMARY KEY,
  commitment_id TEXT NOT NULL REFERENCES commitment (id),
  at TEXT NOT NULL,
  -- Null: the app itself, by a measurement or an outage.
  account_id TEXT REFERENCES account (id),
  office_id INTEGER REFERENCES office (id),
  action TEXT NOT NULL CHECK (action IN ('proposed', 'moved', 'rescheduled', 'amended', 'served',
    'broken', 'inherited')),
  from_state TEXT,
  to_state TEXT NOT NULL,
  -- The day on which it happened in the field.
  effective_on TEXT NOT NULL,
  -- A date that was promised with this, and the one that held before.
  promised_on TEXT,
  promised_before TEXT,
  reason TEXT,
  note TEXT NOT NULL DEFAULT '',
  -- JSON: what an amendment changed, field → [before, after]; whose it was before it was inherited.
  detail TEXT,
  report_id TEXT
);
CREATE INDEX commitment_event_by_commitment ON commitment_event (commitment_id, id);
CREATE INDEX commitment_event_of_promises ON commitment_event (action, commitment_id)
  WHERE promised_on IS NOT NULL;
CREATE TRIGGER commitment_event_is_kept BEFORE UPDATE ON commitment_event
BEGIN SELECT RAISE(ABORT, 'the history of a commitment is never changed'); END;
CREATE TRIGGER commitment_event_stays BEFORE DELETE ON commitment_event
BEGIN SELECT RAISE(ABORT, 'the history of a commitment is never deleted'); END;

-- What cannot be done yet, who would have to change what, and when somebody looks at it again.
CREATE TABLE obstacle (
  id TEXT PRIMARY KEY,
  village_id INTEGER NOT NULL REFERENCES region (id),
  locality_id TEXT REFERENCES locality (id) ON DELETE SET NULL,
  -- Whose plans it holds up; null: everybody's.
  operator_id TEXT REFERENCES operator (id),
  commitment_id TEXT REFERENCES commitment (id),
  reason TEXT NOT NULL,
  -- What stands in the way, in words, and who would have to lift it.
  description TEXT NOT NULL,
  lifter TEXT NOT NULL,
  since_on TEXT NOT NULL,
  next_look_on TEXT NOT NULL,
  lifted_on TEXT,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES account (id),
  office_id INTEGER NOT NULL REFERENCES office (id),
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL REFERENCES account (id),
  version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX obstacle_by_village ON obstacle (village_id);
CREATE INDEX obstacle_by_look ON obstacle (next_look_on) WHERE lifted_on IS NULL;

-- Each time somebody looked at an obstacle, and what they found.
CREATE TABLE obstacle_look (
  id INTEGER PRIMARY KEY,
  obstacle_id TEXT NOT NULL REFERENCES obstacle (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  note TEXT NOT NULL,
  next_look_on TEXT,
  lifted_on TEXT
);
CREATE INDEX obstacle_look_by_obstacle ON obstacle_look (obstacle_id, id);

-- A list of places about which each operator is to answer by a day.
CREATE TABLE declaration_window (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  title TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  -- The last day on which an answer is taken.
  closes_on TEXT NOT NULL,
  -- When silence was written down; null while it is open.
  closed_at TEXT,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL REFERENCES account (id),
  office_id INTEGER NOT NULL REFERENCES office (id),
  version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX declaration_window_open ON declaration_window (closes_on) WHERE closed_at IS NULL;

CREATE TABLE declaration_operator (
  window_id TEXT NOT NULL REFERENCES declaration_window (id) ON DELETE CASCADE,
  operator_id TEXT NOT NULL REFERENCES operator (id),
  PRIMARY KEY (window_id, operator_id)
) WITHOUT ROWID;

CREATE TABLE declaration_place (
  window_id TEXT NOT NULL REFERENCES declaration_window (id) ON DELETE CASCADE,
  -- From 1, by code; it names the place within its window.
  number INTEGER NOT NULL,
  village_id INTEGER NOT NULL REFERENCES region (id),
  locality_id TEXT REFERENCES locality (id) ON DELETE SET NULL,
  PRIMARY KEY (window_id, number)
) WITHOUT ROWID;
CREATE INDEX declaration_place_by_village ON declaration_place (village_id, window_id);

CREATE TABLE declaration_answer (
  window_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  operator_id TEXT NOT NULL REFERENCES operator (id),
  -- 'silent' is written when the window closes.
  answer TEXT NOT NULL CHECK (answer IN ('build', 'no_plan', 'served', 'silent')),
  -- Of 'build': by when, what, and for which site; of 'served': since when.
  by_on TEXT,
  kind TEXT,
  site_ref TEXT NOT NULL DEFAULT '',
  -- Of 'no_plan': what stands in the way.
  reason TEXT,
  note TEXT NOT NULL DEFAULT '',
  -- Null where nobody answered.
  answered_at TEXT,
  answered_by TEXT REFERENCES account (id),
  -- What it became once it was agreed.
  commitment_id TEXT REFERENCES commitment (id),
  PRIMARY KEY (window_id, number, operator_id),
  FOREIGN KEY (window_id, number) REFERENCES declaration_place (window_id, number) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX declaration_answer_by_operator ON declaration_answer (operator_id, window_id);
CREATE INDEX declaration_answer_by_commitment ON declaration_answer (commitment_id)
  WHERE commitment_id IS NOT NULL;

-- Reminders that went out, so that none goes out twice.
CREATE TABLE declaration_reminder (
  window_id TEXT NOT NULL REFERENCES declaration_window (id) ON DELETE CASCADE,
  account_id TEXT NOT NULL REFERENCES account (id),
  -- 'opened', or how many days before the closing date.
  occasion TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  PRIMARY KEY (window_id, account_id, occasion)
) WITHOUT ROWID;

-- One file of an operator's plans; it has the id of the import by which it came in.
CREATE TABLE filing (
  id TEXT PRIMARY KEY REFERENCES import (id),
  operator_id TEXT NOT NULL REFERENCES operator (id),
  state TEXT NOT NULL CHECK (state IN ('comparing', 'accepted', 'withdrawn')),
  -- The accepted filing that it is compared with; null: it is the first.
  base_id TEXT REFERENCES filing (id),
  -- Rows of the file that could not be read, and the site ids that they name (JSON array): what they
  -- name is not taken for removed.
  unread_rows INTEGER NOT NULL,
  unread_refs TEXT NOT NULL DEFAULT '[]',
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES account (id),
  decided_at TEXT,
  decided_by TEXT REFERENCES account (id),
  version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX filing_by_operator ON filing (operator_id, state, decided_at);

-- What became of each site between two filings; kept as it was seen.
CREATE TABLE filing_line (
  filing_id TEXT NOT NULL REFERENCES filing (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('new', 'moved', 'removed', 'slipped', 'advanced', 'changed',
    'unchanged')),
  -- The operator's own id in the file, or in the last one where it is gone.
  site_ref TEXT NOT NULL,
  site_name TEXT NOT NULL,
  lng REAL NOT NULL, lat REAL NOT NULL,
  -- JSON of the site as it was and as it is; null where it was not, or is no more.
  before TEXT,
  after TEXT,
  -- How far it moved, metres, and by how many days the promised date shifted (later is positive).
  moved_m REAL,
  shifted_days INTEGER,
  is_taken INTEGER NOT NULL,
  -- Why the date slipped.
  reason TEXT,
  PRIMARY KEY (filing_id, number)
) WITHOUT ROWID;
CREATE INDEX filing_line_by_kind ON filing_line (filing_id, kind, is_taken);

-- The sites of an operator as they were last accepted: what the next filing is compared with.
CREATE TABLE plan_site (
  operator_id TEXT NOT NULL REFERENCES operator (id),
  site_ref TEXT NOT NULL,
  -- JSON, as the filing had it.
  site TEXT NOT NULL,
  filing_id TEXT NOT NULL REFERENCES filing (id),
  PRIMARY KEY (operator_id, site_ref)
) WITHOUT ROWID;
