-- Raw bytes of interchanges and replies that are too small to be worth a file: they are synced with the row that names them.
CREATE TABLE raw (
  sha256 ${text}  NOT NULL PRIMARY KEY,
  bytes  ${bytes} NOT NULL
);
