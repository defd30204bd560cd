-- What somebody works on is read from the index alone: in an operation of 20,000 files that is asked by every question.
create index file_scopes_covering on sandsage.file_scopes (scope, file) where here;
drop index sandsage.file_scopes_scope_idx;
