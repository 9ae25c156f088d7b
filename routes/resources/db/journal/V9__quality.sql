-- How good the data of partners is: how often each thing was counted on a day (UTC) of what a partner sent. counted is the rule that was
-- broken, or one of the totals with * before it (see Tally). lane spreads what is counted in many interchanges at the same time over
-- several rows, so that they do not wait for each other; n is the sum of all lanes.
CREATE TABLE quality (
  partner ${text} NOT NULL,
  day     ${text} NOT NULL,
  counted ${text} NOT NULL,
  lane    BIGINT  NOT NULL,
  n       BIGINT  NOT NULL,
  PRIMARY KEY (partner, day, counted, lane)
) ${clustered};
