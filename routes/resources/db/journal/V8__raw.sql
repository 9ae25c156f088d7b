-- Raw bytes of interchanges and replies that are too small to be worth a file: they are synced with the row that names them. They go
-- when no row does any more, unless used_at says that one has come meanwhile.
CREATE TABLE raw (
  sha256  ${text}  NOT NULL PRIMARY KEY,
  bytes   ${bytes} NOT NULL,
  used_at BIGINT   NOT NULL
);
