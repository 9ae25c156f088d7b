-- what the message that carried an interchange said of itself (JSON), and how often a delivered reply was let out once more

ALTER TABLE interchange ADD COLUMN origin ${text};
ALTER TABLE reply ADD COLUMN resent BIGINT NOT NULL DEFAULT 0;
