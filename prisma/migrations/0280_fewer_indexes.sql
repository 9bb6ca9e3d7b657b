-- An index that another can stand in for is written for nothing with every post, and that of events with every reaction too. What is read by the
-- second part of a key alone is read by none of these.

-- Events are read, and forgotten, in the order (tx, id), and never by their id alone.
DROP INDEX event_tx_id_idx;
ALTER TABLE event DROP CONSTRAINT event_pkey;
ALTER TABLE event ADD CONSTRAINT event_pkey PRIMARY KEY (tx, id);

-- What waits is found by what it is about, in whatever queue; of one queue, in the order in which it came.
DROP INDEX queue_item_subject_id_idx;
ALTER TABLE queue_item DROP CONSTRAINT queue_item_pkey;
ALTER TABLE queue_item ADD CONSTRAINT queue_item_pkey PRIMARY KEY (subject_id, queue);
