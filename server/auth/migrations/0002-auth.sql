-- Offices, the accounts in them, and (as better-auth reads them) credentials and sessions.
CREATE TABLE office (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  regency_code TEXT REFERENCES region (code),
  operator_id TEXT REFERENCES operator (id)
);

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL COLLATE NOCASE UNIQUE,
  email_verified INTEGER NOT NULL DEFAULT 1,
  image TEXT,
  role TEXT NOT NULL CHECK (role IN ('admin', 'staff', 'regency', 'liaison', 'leader')),
  office_id INTEGER NOT NULL REFERENCES office (id),
  must_change_password INTEGER NOT NULL DEFAULT 1,
  disabled_at TEXT,
  last_sign_in_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX account_by_office ON account (office_id);

CREATE TABLE credential (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL,
  provider_id TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES account (id),
  password TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX credential_by_user ON credential (user_id);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  token TEXT NOT NULL UNIQUE,
  user_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  expires_at TEXT NOT NULL,
  ip_address TEXT,
  user_agent TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
);
CREATE INDEX session_by_user ON session (user_id);

-- Failed sign-ins by key (address, e-mail, or both), for slowing guesses down.
CREATE TABLE sign_in_failure (
  key TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_failed_at TEXT NOT NULL
) WITHOUT ROWID;
