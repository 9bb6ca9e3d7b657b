-- Every guess stood here, and mean and number gave the newest away. What is told of them is all that is kept in public.
ALTER TABLE published_guess ADD COLUMN guesses integer, ADD COLUMN mean double precision, ADD COLUMN median double precision;
DELETE FROM published_guess WHERE cardinality(shares) < 10;
UPDATE published_guess SET guesses = cardinality(shares) / 5 * 5,
  mean = (SELECT round(avg(share) / 0.05) * 0.05 FROM unnest(shares) share),
  median = (SELECT round(percentile_cont(0.5) WITHIN GROUP (ORDER BY share) / 0.05) * 0.05 FROM unnest(shares) share);
ALTER TABLE published_guess ALTER COLUMN guesses SET NOT NULL, ALTER COLUMN mean SET NOT NULL, ALTER COLUMN median SET NOT NULL,
  DROP COLUMN shares;
