-- Who changed what, when: written in the same transaction as the change.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  account_id TEXT REFERENCES account (id),
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  -- JSON; never holds a password.
  before TEXT,
  after TEXT
);
CREATE INDEX audit_by_subject ON audit (subject, id);
