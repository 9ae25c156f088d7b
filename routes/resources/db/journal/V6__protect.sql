-- The keys of data at rest that anything here may be sealed with, by their ids; never a key itself. search is the key of the columns
-- that are searched by, sealed with this key; searched is 1 when all those columns are sealed.
CREATE TABLE data_key (
  id       ${text}  NOT NULL PRIMARY KEY,
  search   ${bytes} NOT NULL,
  searched BIGINT   NOT NULL
);

-- Retention. purged tells what of an interchange is gone before its rows are: 1 its bytes, 2 its decisions' documents, 4 its replies.
ALTER TABLE interchange ADD COLUMN purged BIGINT NOT NULL DEFAULT 0;
CREATE INDEX interchange_age ON interchange (partner, received_at);
CREATE INDEX alias_item ON alias (item_id);

-- raw bytes that a row named that is gone; the file goes when no other row names it
CREATE TABLE raw_gone (
  sha256 ${text} NOT NULL PRIMARY KEY
) ${clustered};

-- What was removed, by which rule: how much, and the SHA-256 of the removed ids, each with a line feed, in their order. held: what is
-- older and not ended; remaining: what was found older afterwards although it is ended.
CREATE TABLE purge (
  n          BIGINT  NOT NULL PRIMARY KEY,
  at         BIGINT  NOT NULL,
  partner    ${text} NOT NULL,
  purpose    ${text} NOT NULL,
  older_than BIGINT  NOT NULL,
  removed    BIGINT  NOT NULL,
  digest     ${text} NOT NULL,
  held       BIGINT  NOT NULL,
  remaining  BIGINT  NOT NULL
);

-- Who has read which item or interchange, in one chain: hash is that of the hash before and of this line, keyed where keyed is 1, so that a
-- line that was changed or taken out shows. who is an operator (user of the machine) or a partner with the token that it came with.
CREATE TABLE access_log (
  n     BIGINT  NOT NULL PRIMARY KEY,
  at    BIGINT  NOT NULL,
  who   ${text} NOT NULL,
  way   ${text} NOT NULL,
  item  ${text} NOT NULL,
  keyed BIGINT  NOT NULL,
  hash  ${text} NOT NULL
);

CREATE INDEX access_log_item ON access_log (item);
