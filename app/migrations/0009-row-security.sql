-- The second wall: without a jurisdiction set in the transaction, every table of a jurisdiction is empty.
do $$
declare t text;
begin
  foreach t in array array[
    'organisation', 'organisation_name', 'organisation_edge', 'organisation_closure', 'organisation_event',
    'tree_version', 'tree_node', 'person', 'person_secret', 'tenure', 'posting', 'pack_in_force', 'account',
    'role_grant', 'entry', 'entry_supersession', 'entry_confirmation', 'file', 'entry_file', 'import_receipt',
    'standing', 'standing_dirty', 'evaluation', 'rollup', 'audit', 'audit_seal'
  ] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_jurisdiction on %I using (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), '''')) with check (jurisdiction_id = nullif(current_setting(''luoshi.jurisdiction'', true), ''''))', t);
  end loop;
end
$$;
