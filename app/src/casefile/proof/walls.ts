import { type RawBuilder, sql } from 'kysely'
import { houseRoles } from '../access.ts'
import { proven } from '../covering.ts'

/**
 * The sequencer reads events as they stand (what is sealed stays sealed), adds to the tree and changes nothing in
 * it but the edge. Checkpoints and public keys are everybody's; leaf hashes are not, because an open detail could
 * be guessed and tried against its hash.
 */
export function proofWalls(roles: string[]): RawBuilder<unknown>[] {
  const everyone = sql.join(roles.map((name) => sql.id(name)))
  const sequencer = sql.id(houseRoles.sequencer)
  const keeper = sql.id(houseRoles.keeper)
  const own = ['log_waiting', 'log_leaves', 'log_nodes', 'log_edge', 'log_checkpoints']
  return [
    sql`grant select on sandsage.events to ${sequencer}`,
    sql`create policy sequencer on sandsage.events for select to ${sequencer} using (${proven})`,
    sql`grant select, delete on sandsage.log_waiting to ${sequencer}`,
    sql`grant select, insert on sandsage.log_leaves, sandsage.log_nodes, sandsage.log_checkpoints to ${sequencer}`,
    sql`grant select, update (size, hashes) on sandsage.log_edge to ${sequencer}`,
    ...own.map(
      (table) =>
        sql`create policy sequencer on ${sql.id('sandsage', table)} to ${sequencer} using (${proven}) with check (${proven})`,
    ),
    sql`grant select on sandsage.log_checkpoints, sandsage.log_keys to ${everyone}`,
    sql`create policy everyone on sandsage.log_checkpoints for select to ${everyone} using (true)`,
    sql`create policy everyone on sandsage.log_keys for select to ${everyone} using (true)`,
    sql`grant select on keystore.signing_keys to ${keeper}`,
    sql`create policy keeper on keystore.signing_keys for select to ${keeper} using (${proven})`,
  ]
}
