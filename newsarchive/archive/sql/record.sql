SELECT
    r.*,
    (SELECT json_group_array(name) FROM (
        SELECT a.name FROM record_authors x JOIN authors a ON a.id = x.author
        WHERE x.record = r.id ORDER BY x.position)) AS authors,
    (SELECT json_group_array(name) FROM (
        SELECT t.name FROM record_tags x JOIN tags t ON t.id = x.tag
        WHERE x.record = r.id ORDER BY x.position)) AS tags,
    (SELECT json_group_array(json_object('url', url, 'caption', caption, 'credit', credit, 'alt', alt)) FROM (
        SELECT url, caption, credit, alt FROM record_images
        WHERE record = r.id ORDER BY position)) AS images,
    (SELECT json_group_array(json_object(
            'issuer', issuer, 'service', service, 'action', action, 'area', area, 'places', json(places),
            'reason', reason, 'status', status, 'windows', json(windows))) FROM (
        SELECT n.*, (
            SELECT json_group_array(json_object('starts', starts, 'ends', ends, 'edtf', edtf)) FROM (
                SELECT starts, ends, edtf FROM notice_windows
                WHERE notice = n.id ORDER BY id)) AS windows
        FROM notices n WHERE n.record = r.id ORDER BY n.position)) AS notices,
    (SELECT json_group_array(json_object(
            'name', name, 'given_name', given_name, 'family_name', family_name, 'maiden_name', maiden_name,
            'born', born, 'died', died, 'age', age, 'residence', residence, 'mourners', mourners,
            'ceremonies', json(ceremonies))) FROM (
        SELECT o.*, (
            SELECT json_group_array(json_object('kind', kind, 'at', at, 'place', place)) FROM (
                SELECT kind, at, place FROM ceremonies
                WHERE obituary = o.id ORDER BY id)) AS ceremonies
        FROM obituaries o WHERE o.record = r.id ORDER BY o.position)) AS obituaries,
    (SELECT json_group_array(url) FROM (
        SELECT url FROM aliases WHERE record = r.id ORDER BY rowid)) AS aliases
FROM records r
