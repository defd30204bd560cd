-- The wall of those who let people in asks whether a file is an account's: without this it goes through every file.
create index files_of_accounts on sandsage.files (id) where kind = 'account';
