-- A changed vision or mission puts every objective up for review, as a changed objective does with what stands below it.
alter table strategy_reviews drop constraint strategy_reviews_subject_type_check, drop constraint strategy_reviews_cause_type_check,
  add constraint strategy_reviews_subject_type_check check (subject_type in ('objective', 'goal', 'plan', 'task', 'campaign')),
  add constraint strategy_reviews_cause_type_check check (cause_type in ('direction', 'objective', 'goal', 'plan'));
