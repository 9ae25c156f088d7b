-- whose yearly sum an order was taken back from when it was refused: it is added again when the refusal is
ALTER TABLE leg ADD COLUMN given_back ${text};
