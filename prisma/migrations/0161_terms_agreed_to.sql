-- To which versions of the terms and of the privacy page somebody agreed when they signed up (0: nobody had written the page yet); null for
-- those who were here before.
ALTER TABLE member ADD COLUMN terms_version int, ADD COLUMN privacy_version int;
