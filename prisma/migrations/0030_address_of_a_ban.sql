-- By what the address of a banned account is known when somebody signs up with it again: a keyed hash, for as long as the ban.
ALTER TABLE sanction ADD COLUMN address_mark text;
CREATE INDEX sanction_address ON sanction (address_mark) WHERE address_mark IS NOT NULL;
