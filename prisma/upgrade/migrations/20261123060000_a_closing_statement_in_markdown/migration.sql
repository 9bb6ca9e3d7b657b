-- A closing statement is Markdown, rendered once when it is written. What was there was plain text, and stays what it says.
ALTER TABLE poll ADD COLUMN closing_html TEXT;
UPDATE poll SET closing_html = '<p>' || replace(replace(replace(replace(closing_statement,
  '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;') || '</p>' WHERE closing_statement IS NOT NULL;
