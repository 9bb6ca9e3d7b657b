-- What search finds by. An entry is written, changed and removed in the transaction that does so to its text, so nothing that is
-- hidden can be found, and nothing that can be read is missed. Letters are compared the same way whatever locale the cluster has.

-- Letters as they are compared, whatever they are part of: small, without accents and marks, and with two letters that are written as one as two.
CREATE OR REPLACE FUNCTION search_letters(words text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  folded text := lower(normalize(words, NFKD) COLLATE "C");
BEGIN
  -- Also the points of Hebrew, the vowels, hamzas and long strokes of Arabic, and the dots below letters of India: most people type none.
  folded := regexp_replace(folded, '[\u00AD\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u093C\u09BC\u0A3C\u0ABC\u0B3C\u0CBC\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF]', '', 'g');
  folded := translate(normalize(folded, NFC),
    'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩςАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЂЄЅІЈЉЊЋЏҐØøŁłĐđÐð',
    'αβγδεζηθικλμνξοπρστυφχψωσабвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґoollddðð');
  -- Further capitals of Cyrillic, Armenian and Latin, letters that Arabic and Persian keyboards have twice, and their digits.
  IF folded ~ '[\u0126-\u01B3\u0490-\u0556\u0649-\u06F9]' THEN
    folded := translate(folded,
      'ӘҒҚҢӨҰҮҺҖҲҶҠҪҬӉӍҔҸӁԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՒՓՔՕՖƏŊĦŦƐƆƁƊƘƳƔƝħŧı'
      || 'یىک٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
      'әғқңөұүһҗҳҷҡҫҭӊӎҕҹӂաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆəŋhtɛɔɓɗƙƴɣɲhti'
      || 'ييك01234567890123456789');
  END IF;
  folded := replace(replace(replace(replace(replace(folded, 'ß', 'ss'), 'ẞ', 'ss'), 'Æ', 'ae'), 'æ', 'ae'), 'Œ', 'oe');
  folded := replace(replace(replace(folded, 'œ', 'oe'), 'Þ', 'th'), 'þ', 'th');
  RETURN folded;
END $$;
REVOKE ALL ON FUNCTION search_letters FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION search_letters TO moot_app;

-- Letters as they are compared: small, without accents, marks or punctuation (but for " and -, which mean something in a query).
-- Scripts that set no blanks between words become pairs of signs, so that any two or more in a row are found as a phrase.
CREATE OR REPLACE FUNCTION search_fold(words text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  folded text := words;
  unspaced constant text := '[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\U00020000-\U0003FFFF]';
BEGIN
  -- Most texts have no other signs than these, in which there is nothing to fold: the same words, in a fifth of the time.
  IF octet_length(folded) > length(folded) THEN folded := translate(folded, '‘’“”–—…', '       '); END IF;
  IF octet_length(folded) = length(folded) THEN
    -- How many blanks there are means nothing to who reads on, and each place that an expression finds costs more than a whole replace.
    RETURN regexp_replace(replace(replace(lower(folded COLLATE "C"), ', ', ' '), '. ', ' '), '[^a-z0-9" -]', ' ', 'g');
  END IF;
  folded := search_letters(folded);
  -- What the parser of PostgreSQL would make one word of is several: addresses, paths, and words with the stops of other scripts, which
  -- it takes for letters where the cluster has no locale.
  folded := regexp_replace(folded, '[\u0001-\u0021\u0023-\u002C\u002E\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u00D7\u00F7\u055A-\u055F\u0589\u058A\u05BE\u05C0\u05C3\u05C6\u05F3\u05F4\u0609-\u060D\u061B-\u061F\u066A-\u066D\u06D4\u0700-\u070D\u0964\u0965\u0970\u0DF4\u0E4F\u0E5A\u0E5B\u0F04-\u0F14\u104A-\u104F\u10FB\u1360-\u1368\u17D4-\u17DA\u1800-\u180A\u2000-\u206F\u2190-\u2BFF\u3000-\u3004\u3008-\u3020\u3030\uFE30-\uFE6B\uFF00-\uFF0F]+', ' ', 'g');
  IF folded !~ unspaced THEN RETURN folded; END IF;
  RETURN (
    SELECT string_agg(CASE
      WHEN NOT here THEN sign
      ELSE CASE WHEN before THEN '' ELSE ' ' END || CASE WHEN behind THEN sign || next || ' ' WHEN before THEN '' ELSE sign || ' ' END
    END, '' ORDER BY nth)
    FROM (
      SELECT sign, nth, here, lead(sign) OVER w AS next, coalesce(lag(here) OVER w, false) AS before, coalesce(lead(here) OVER w, false) AS behind
      FROM (SELECT sign, nth, sign ~ unspaced AS here FROM unnest(string_to_array(folded, NULL)) WITH ORDINALITY u (sign, nth)) signs
      WINDOW w AS (ORDER BY nth)) neighbours);
END $$;
REVOKE ALL ON FUNCTION search_fold FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION search_fold TO moot_app;

-- Which forms of a word are one, by the first part of a language's tag (BCP 47): PostgreSQL's own stemmer of that name, or `simple`, for
-- which each form is a word of its own.
CREATE OR REPLACE FUNCTION stemmer_of(tag text) RETURNS regconfig
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  -- Decided once, and not again for each stemmer there is: that took a tenth of a millisecond of every post.
  known constant name := CASE lower(split_part(coalesce(tag, 'en'), '-', 1))
    WHEN 'ar' THEN 'arabic' WHEN 'ca' THEN 'catalan' WHEN 'da' THEN 'danish' WHEN 'de' THEN 'german' WHEN 'el' THEN 'greek'
    WHEN 'en' THEN 'english' WHEN 'es' THEN 'spanish' WHEN 'et' THEN 'estonian' WHEN 'eu' THEN 'basque' WHEN 'fi' THEN 'finnish'
    WHEN 'fr' THEN 'french' WHEN 'ga' THEN 'irish' WHEN 'hi' THEN 'hindi' WHEN 'hu' THEN 'hungarian' WHEN 'hy' THEN 'armenian'
    WHEN 'id' THEN 'indonesian' WHEN 'it' THEN 'italian' WHEN 'lt' THEN 'lithuanian' WHEN 'nb' THEN 'norwegian'
    WHEN 'ne' THEN 'nepali' WHEN 'nl' THEN 'dutch' WHEN 'nn' THEN 'norwegian' WHEN 'no' THEN 'norwegian' WHEN 'pt' THEN 'portuguese'
    WHEN 'ro' THEN 'romanian' WHEN 'ru' THEN 'russian' WHEN 'sr' THEN 'serbian' WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil'
    WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish' ELSE 'simple' END;
BEGIN
  IF known = 'english' THEN RETURN 'pg_catalog.english'::regconfig; END IF;
  RETURN coalesce((SELECT c.oid::regconfig FROM pg_ts_config c
    WHERE c.cfgnamespace = 'pg_catalog'::regnamespace AND c.cfgname = known), 'pg_catalog.simple'::regconfig);
END $$;
REVOKE ALL ON FUNCTION stemmer_of FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION stemmer_of TO moot_app;

-- The stemmer of the language that the site's articles are written in.
CREATE OR REPLACE FUNCTION search_stemmer() RETURNS regconfig
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN stemmer_of((SELECT value ->> 'language' FROM site_version WHERE part = 'settings' ORDER BY version DESC LIMIT 1));
END $$;
REVOKE ALL ON FUNCTION search_stemmer FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION search_stemmer TO moot_app;

-- The words of a text. A vector holds a megabyte at most, and words after the first 80,000 signs are not found.
CREATE OR REPLACE FUNCTION search_words_by(stemmer regconfig, words text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  folded text := search_fold(left(words, 80000));
BEGIN
  -- Most texts have neither, and looking is cheaper than writing them anew.
  IF strpos(folded, '-') + strpos(folded, '"') > 0 THEN folded := translate(folded, '-"', '  '); END IF;
  RETURN to_tsvector(stemmer, left(folded, 80000));
END $$;
REVOKE ALL ON FUNCTION search_words_by FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION search_words_by TO moot_app;

-- The same in the site's language. Not to be asked for each of many rows: it looks up which that is.
CREATE OR REPLACE FUNCTION search_words(words text) RETURNS tsvector
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN search_words_by(search_stemmer(), words);
END $$;
REVOKE ALL ON FUNCTION search_words FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION search_words TO moot_app;

-- What somebody asks for, in PostgreSQL's own syntax for the web; nothing in it is an error. The same warning holds.
CREATE OR REPLACE FUNCTION search_asked(words text) RETURNS tsquery
LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN websearch_to_tsquery(search_stemmer(), search_fold(words));
END $$;
REVOKE ALL ON FUNCTION search_asked FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION search_asked TO moot_app;

-- The words of our own HTML.
CREATE OR REPLACE FUNCTION search_plain(html text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  -- What most comments have no more of than these.
  plain text := replace(replace(html, '</p>', ' '), '<p>', ' ');
BEGIN
  IF strpos(plain, '<') > 0 THEN
    plain := regexp_replace(
      regexp_replace(plain, '</?(?:p|li|ul|ol|blockquote|pre|h[1-6]|br|hr|tr|t[hd]|figure|figcaption|div|section|input|label)\M[^>]*>', ' ', 'g'),
      '<[^>]*>', '', 'g');
  END IF;
  IF strpos(plain, '&') > 0 THEN
    plain := replace(replace(replace(replace(plain, '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&');
  END IF;
  RETURN plain;
END $$;
REVOKE ALL ON FUNCTION search_plain FROM PUBLIC, moot_app;

-- What a comment says, and the words it is about.
CREATE OR REPLACE FUNCTION search_said(c comment) RETURNS text
LANGUAGE plpgsql STABLE STRICT SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN concat_ws(' ', search_plain(c.html), (SELECT exact FROM passage WHERE comment_id = c.id));
END $$;
REVOKE ALL ON FUNCTION search_said FROM PUBLIC, moot_app;

-- Every pair of signs in a row, word by word; a single sign stands for itself.
CREATE OR REPLACE FUNCTION search_pairs(words text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT substr(word, at, 2)), '{}')
  FROM regexp_split_to_table(words, '\s+') word CROSS JOIN LATERAL generate_series(1, greatest(length(word) - 1, 1)) at WHERE word <> '';
$$;
REVOKE ALL ON FUNCTION search_pairs FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION search_pairs TO moot_app;

-- A name as it is compared: as signs in a row, in scripts without blanks too.
CREATE OR REPLACE FUNCTION search_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT search_letters(name);
$$;
REVOKE ALL ON FUNCTION search_name FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION search_name TO moot_app;

-- What is not there for everybody is found at the desk, as long as it has words.
CREATE OR REPLACE FUNCTION put_comment_into_desk_search(c comment) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF c.state = 'visible' OR c.html = '' THEN
    DELETE FROM search_hidden WHERE id = c.id;
    RETURN;
  END IF;
  INSERT INTO search_hidden (id, article_id, author_id, at, state, words)
  VALUES (c.id, c.article_id, c.author_id, c.posted_at, c.state, search_words(search_said(c)))
  ON CONFLICT (id) DO UPDATE SET article_id = excluded.article_id, author_id = excluded.author_id, at = excluded.at,
    state = excluded.state, words = excluded.words;
END $$;
REVOKE ALL ON FUNCTION put_comment_into_desk_search FROM PUBLIC, moot_app;

-- Everybody finds what is visible, its author what is held, and of readers nobody anything else.
CREATE OR REPLACE FUNCTION put_comment_into_search(c comment) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT (c.state = 'visible' AND c.listed OR c.state = 'held' AND c.author_id IS NOT NULL) THEN
    DELETE FROM search_entry WHERE id = c.id;
    RETURN;
  END IF;
  INSERT INTO search_entry (id, kind, article_id, author_id, at, public, words)
  VALUES (c.id, 'comment', c.article_id, c.author_id, c.posted_at, c.state = 'visible', search_words(search_said(c)))
  ON CONFLICT (id) DO UPDATE SET article_id = excluded.article_id, author_id = excluded.author_id, at = excluded.at,
    public = excluded.public, words = excluded.words;
END $$;
REVOKE ALL ON FUNCTION put_comment_into_search FROM PUBLIC, moot_app;

-- A comment that is written, edited, moved from one state to another, or deleted.
CREATE OR REPLACE FUNCTION search_comment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM search_entry WHERE id = OLD.id;
    DELETE FROM search_hidden WHERE id = OLD.id;
  ELSE
    PERFORM put_comment_into_search(NEW);
    -- What is visible from the first has never been hidden.
    IF TG_OP = 'UPDATE' OR NEW.state <> 'visible' THEN PERFORM put_comment_into_desk_search(NEW); END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER comment_in_search AFTER INSERT OR DELETE ON comment FOR EACH ROW EXECUTE FUNCTION search_comment();
CREATE OR REPLACE TRIGGER comment_in_search_anew AFTER UPDATE OF state, listed, html, author_id, article_id, posted_at ON comment FOR EACH ROW
  WHEN ((OLD.state, OLD.listed, OLD.html, OLD.author_id, OLD.article_id, OLD.posted_at)
    IS DISTINCT FROM (NEW.state, NEW.listed, NEW.html, NEW.author_id, NEW.article_id, NEW.posted_at)) EXECUTE FUNCTION search_comment();
REVOKE ALL ON FUNCTION search_comment FROM PUBLIC, moot_app;

-- The revision that readers see: its title before all, then what stands below it and its tags, then the text.
CREATE OR REPLACE FUNCTION put_article_into_search(which uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO search_entry (id, kind, article_id, author_id, at, public, words)
  SELECT a.id, 'article', a.id, NULL, a.published_at, true, setweight(search_words(r.title), 'A')
    || setweight(search_words(concat_ws(' ', r.standfirst, r.author, array_to_string(r.tags, ' '))), 'B')
    || setweight(search_words(search_plain(r.html)), 'C')
  FROM article a JOIN article_revision r ON r.article_id = a.id AND r.number = a.revision WHERE a.id = which
  ON CONFLICT (id) DO UPDATE SET at = excluded.at, words = excluded.words;
END $$;
REVOKE ALL ON FUNCTION put_article_into_search FROM PUBLIC, moot_app;

-- An article that is put out anew.
CREATE OR REPLACE FUNCTION search_article() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM put_article_into_search(NEW.id);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER article_in_search AFTER UPDATE OF revision, published_at ON article FOR EACH ROW EXECUTE FUNCTION search_article();
REVOKE ALL ON FUNCTION search_article FROM PUBLIC, moot_app;

-- A revision, which may come before or after the article says that it is the one to be read.
CREATE OR REPLACE FUNCTION search_revision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM put_article_into_search(NEW.article_id);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER revision_in_search AFTER INSERT OR UPDATE ON article_revision FOR EACH ROW EXECUTE FUNCTION search_revision();
REVOKE ALL ON FUNCTION search_revision FROM PUBLIC, moot_app;

-- Members are found by username and name, as long as they have an account and have not asked for its erasure.
CREATE OR REPLACE FUNCTION put_member_into_search(m member) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  names text := search_name(m.handle || ' ' || m.name);
BEGIN
  IF m.hidden_at IS NOT NULL THEN
    DELETE FROM search_member WHERE member_id = m.id;
    RETURN;
  END IF;
  INSERT INTO search_member (member_id, handle, names, pairs) VALUES (m.id, m.handle, names, search_pairs(names))
  ON CONFLICT (member_id) DO UPDATE SET handle = excluded.handle, names = excluded.names, pairs = excluded.pairs;
END $$;
REVOKE ALL ON FUNCTION put_member_into_search FROM PUBLIC, moot_app;

-- A member who joins, changes their name or username, is hidden until their erasure or shown again, or is erased.
CREATE OR REPLACE FUNCTION search_member_anew() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM put_member_into_search(NEW);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER member_in_search AFTER INSERT OR UPDATE OF handle, name, erased_at, hidden_at ON member FOR EACH ROW
  EXECUTE FUNCTION search_member_anew();
REVOKE ALL ON FUNCTION search_member_anew FROM PUBLIC, moot_app;

-- Takes in some of what was there before the index: true when nothing is left. What it reads it holds, so that nothing is taken in that
-- somebody hides meanwhile; where a row is held by another, it waits for nobody and fails (55P03), to be called again.
CREATE OR REPLACE FUNCTION fill_search(most int) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  filling search_filling;
  article article;
  comment comment;
  member member;
  last uuid;
BEGIN
  SELECT * INTO filling FROM search_filling WHERE NOT done ORDER BY kind LIMIT 1 FOR UPDATE NOWAIT;
  IF NOT FOUND THEN RETURN true; END IF;
  CASE filling.kind
    WHEN 'article' THEN
      FOR article IN SELECT * FROM article a WHERE filling.after IS NULL OR a.id > filling.after ORDER BY a.id LIMIT most FOR SHARE NOWAIT LOOP
        PERFORM put_article_into_search(article.id);
        last := article.id;
      END LOOP;
    WHEN 'comment' THEN
      FOR comment IN SELECT * FROM comment c WHERE filling.after IS NULL OR c.id > filling.after ORDER BY c.id LIMIT most FOR SHARE NOWAIT LOOP
        PERFORM put_comment_into_search(comment);
        PERFORM put_comment_into_desk_search(comment);
        last := comment.id;
      END LOOP;
    ELSE
      FOR member IN SELECT * FROM member m WHERE filling.after IS NULL OR m.id > filling.after ORDER BY m.id LIMIT most FOR SHARE NOWAIT LOOP
        PERFORM put_member_into_search(member);
        last := member.id;
      END LOOP;
  END CASE;
  UPDATE search_filling SET after = coalesce(last, after), done = last IS NULL WHERE kind = filling.kind;
  RETURN false;
END $$;
REVOKE ALL ON FUNCTION fill_search FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION fill_search TO moot_app;

-- In another language other forms of a word are one.
CREATE OR REPLACE FUNCTION search_in_language() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF stemmer_of(NEW.value ->> 'language') IS DISTINCT FROM stemmer_of((SELECT value ->> 'language' FROM site_version
      WHERE part = NEW.part AND version < NEW.version ORDER BY version DESC LIMIT 1)) THEN
    PERFORM refill_search();
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER language_of_search AFTER INSERT ON site_version FOR EACH ROW WHEN (NEW.part = 'settings')
  EXECUTE FUNCTION search_in_language();
REVOKE ALL ON FUNCTION search_in_language FROM PUBLIC, moot_app;

-- Everything is taken in once more, over what is there.
CREATE OR REPLACE FUNCTION refill_search() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE search_filling SET after = NULL, done = false;
$$;
REVOKE ALL ON FUNCTION refill_search FROM PUBLIC, moot_app;
GRANT EXECUTE ON FUNCTION refill_search TO moot_app;
