-- The keys of data at rest that anything here may be sealed with, by their ids; never a key itself. search is the key of the columns
-- that are searched by, sealed with this key; searched is 1 when all those columns are sealed.
CREATE TABLE data_key (
  id       ${text}  NOT NULL PRIMARY KEY,
  search   ${bytes} NOT NULL,
  searched BIGINT   NOT NULL
);
