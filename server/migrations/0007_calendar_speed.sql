-- The calendar takes posts by their plan and deliveries by their instant, and joins two short lists. Without this it looked
-- each post of a month up by its id, somewhere in the whole table.
create index publishing_posts_planned on publishing_posts (organisation_id, planned_at);
