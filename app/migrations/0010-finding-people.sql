create index person_of_branch on person (jurisdiction_id, member_of);
create index person_by_pinyin on person (jurisdiction_id, pinyin, id);
create index tenure_of_person on tenure (jurisdiction_id, person_id, valid_from);
