-- The journal. One text for SQLite and PostgreSQL; what differs comes in by placeholder:
--   ${text}       text that is compared byte by byte
--   ${bytes}      binary
--   ${clustered}  rows lie in the order of their primary key (SQLite only)
-- What the message that carried an interchange said of itself is in origin; how often a delivered reply was let out again in resent.
-- Times are milliseconds since 1970 UTC, lists and maps are JSON, yes and no are 1 and 0.

CREATE TABLE interchange (
  id               ${text}  NOT NULL PRIMARY KEY,
  partner          ${text}  NOT NULL,
  wire             ${text}  NOT NULL,
  mark             ${text},
  name             ${text}  NOT NULL,
  raw_sha256       ${text}  NOT NULL,
  raw_size         BIGINT   NOT NULL,
  received_at      BIGINT   NOT NULL,
  format           ${text},
  mapping_version  ${text}  NOT NULL DEFAULT '',
  reference        ${text}  NOT NULL DEFAULT '',
  state            ${text}  NOT NULL,
  duplicate_of     ${text},
  items_total      BIGINT   NOT NULL DEFAULT -1,
  items_journaled  BIGINT   NOT NULL DEFAULT 0,
  problems         ${text},
  facts            ${text},
  origin           ${text},
  answer_wanted    BIGINT   NOT NULL DEFAULT 0,
  answer_reply_id  ${text},
  ended_at         BIGINT,
  attempts         BIGINT   NOT NULL DEFAULT 0,
  next_attempt_at  BIGINT   NOT NULL DEFAULT 0,
  lease_owner      ${text},
  lease_until      BIGINT
) ${clustered};

-- the same delivery is journaled once, the same bytes are read once: these two decide, not a look before
CREATE UNIQUE INDEX interchange_delivery ON interchange (partner, wire, mark) WHERE mark IS NOT NULL;
CREATE UNIQUE INDEX interchange_bytes ON interchange (partner, raw_sha256) WHERE state NOT IN ('DUPLICATE', 'QUARANTINED');
CREATE INDEX interchange_open ON interchange (partner, id) WHERE state IN ('RECEIVED', 'READING');
CREATE INDEX interchange_reference ON interchange (partner, reference) WHERE reference <> '';
CREATE INDEX interchange_unanswered ON interchange (id) WHERE answer_wanted = 1 AND answer_reply_id IS NULL;

-- whose turn it is: the partner that was served longest ago
CREATE TABLE turn (
  partner ${text} NOT NULL PRIMARY KEY,
  served  BIGINT  NOT NULL
);

CREATE TABLE item (
  id              ${text} NOT NULL PRIMARY KEY,
  interchange_id  ${text} NOT NULL,
  sequence        BIGINT  NOT NULL,
  partner         ${text} NOT NULL,
  key_id          ${text} NOT NULL,
  key_date        ${text} NOT NULL,
  content_hash    ${text} NOT NULL,
  version         BIGINT  NOT NULL,
  format          ${text} NOT NULL,
  mapping_version ${text} NOT NULL,
  facts           ${text},
  problems        ${text},
  status          ${text},
  statuses        BIGINT  NOT NULL,
  decisions       BIGINT  NOT NULL,
  created_at      BIGINT  NOT NULL
) ${clustered};

-- version 0 does not occupy its key; each item is in one of the two
CREATE UNIQUE INDEX item_key ON item (key_id, key_date, partner, version) WHERE version > 0;
CREATE INDEX item_off_key ON item (key_id) WHERE version = 0;

CREATE TABLE declaration (
  item_id ${text}  NOT NULL PRIMARY KEY,
  bytes   ${bytes} NOT NULL
);

CREATE TABLE hand_over (
  item_id      ${text} NOT NULL,
  backend      ${text} NOT NULL,
  partner      ${text} NOT NULL,
  enrichment   ${text},
  created_at   BIGINT  NOT NULL,
  deadline     BIGINT  NOT NULL,
  sent_at      BIGINT,
  answered_at  BIGINT,
  timed_out_at BIGINT,
  PRIMARY KEY (item_id, backend)
) ${clustered};

CREATE INDEX hand_over_unsent ON hand_over (created_at) WHERE sent_at IS NULL AND answered_at IS NULL;
CREATE INDEX hand_over_open ON hand_over (deadline) WHERE answered_at IS NULL AND timed_out_at IS NULL;

CREATE TABLE decision (
  item_id       ${text}  NOT NULL,
  backend       ${text}  NOT NULL,
  decision_ref  ${text}  NOT NULL,
  n             BIGINT   NOT NULL,
  function_code ${text}  NOT NULL,
  outcome       ${text}  NOT NULL,
  issued_at     BIGINT   NOT NULL,
  received_at   BIGINT   NOT NULL,
  payload       ${bytes} NOT NULL,
  PRIMARY KEY (item_id, backend, decision_ref)
);

CREATE TABLE status (
  item_id        ${text} NOT NULL,
  n              BIGINT  NOT NULL,
  interchange_id ${text} NOT NULL,
  code           ${text} NOT NULL,
  at             BIGINT  NOT NULL,
  reason_code    ${text},
  reason_text    ${text},
  problems       ${text},
  taxes          ${text},
  total          ${text},
  total_currency ${text},
  wanted         BIGINT  NOT NULL,
  reply_id       ${text},
  PRIMARY KEY (item_id, n)
) ${clustered};

CREATE INDEX status_unreported ON status (interchange_id, at) WHERE wanted = 1 AND reply_id IS NULL;

CREATE TABLE reply (
  id              ${text} NOT NULL PRIMARY KEY,
  partner         ${text} NOT NULL,
  format          ${text} NOT NULL,
  interchange_id  ${text} NOT NULL,
  control_number  BIGINT  NOT NULL,
  again_for       ${text},
  name            ${text},
  raw_sha256      ${text},
  raw_size        BIGINT,
  state           ${text} NOT NULL,
  attempts        BIGINT  NOT NULL DEFAULT 0,
  next_attempt_at BIGINT  NOT NULL DEFAULT 0,
  created_at      BIGINT  NOT NULL,
  delivered_at    BIGINT,
  resent          BIGINT  NOT NULL DEFAULT 0
) ${clustered};

CREATE UNIQUE INDEX reply_number ON reply (partner, format, control_number) WHERE again_for IS NULL;
CREATE INDEX reply_due ON reply (partner, created_at) WHERE state = 'PENDING';
CREATE INDEX reply_draft ON reply (created_at) WHERE state = 'DRAFT';
CREATE INDEX reply_interchange ON reply (interchange_id);

CREATE TABLE lease (
  name  ${text} NOT NULL PRIMARY KEY,
  owner ${text} NOT NULL,
  until BIGINT  NOT NULL
);

CREATE TABLE counter (
  name  ${text} NOT NULL PRIMARY KEY,
  value BIGINT  NOT NULL
);

CREATE TABLE alarm (
  id         ${text} NOT NULL PRIMARY KEY,
  at         BIGINT  NOT NULL,
  kind       ${text} NOT NULL,
  subject    ${text} NOT NULL,
  text       ${text} NOT NULL,
  cleared_at BIGINT
);

CREATE UNIQUE INDEX alarm_open ON alarm (kind, subject) WHERE cleared_at IS NULL;

CREATE TABLE step (
  at             BIGINT  NOT NULL,
  interchange_id ${text},
  item_id        ${text},
  step           ${text} NOT NULL,
  detail         ${text} NOT NULL
);

CREATE INDEX step_interchange ON step (interchange_id) WHERE interchange_id IS NOT NULL;
CREATE INDEX step_item ON step (item_id) WHERE item_id IS NOT NULL;

-- all statuses of a partner that fetches them, numbered in the order of their commits: who has read up to a number has missed nothing
CREATE TABLE feed (
  partner  ${text} NOT NULL,
  n        BIGINT  NOT NULL,
  item_id  ${text} NOT NULL,
  status_n BIGINT  NOT NULL,
  PRIMARY KEY (partner, n)
) ${clustered};

-- what partners and operators set while the gateway runs
CREATE TABLE setting (
  name  ${text} NOT NULL PRIMARY KEY,
  value ${text} NOT NULL
);
