// @ts-check

/**
 * How the term of a credential is going, and what was destroyed. A credential of
 * before this has no `issued_at`: it is renewed at the next occasion, which
 * tells. A receipt is text in JSON; it names keys and holds none.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('tenant_credentials', table => {
    table
      .string('issued_at', 32)
      .nullable()
      .comment('When its running period began');
    table
      .string('checked_at', 32)
      .nullable()
      .comment('When the KMS last answered for it');
    table.text('last_failure').nullable().comment('Of its renewal');
    table
      .boolean('lost')
      .notNullable()
      .defaultTo(false)
      .comment('The KMS did not know it when it was checked');
  });
  await knex.schema.createTable('shred_receipts', table => {
    table.comment('What was destroyed of tenants, and what remains');
    table.string('id', 36).primary();
    table.string('tenant_id', 127).notNullable();
    table.string('kms', 255).notNullable().comment('The portal name of it');
    table.text('body').notNullable().comment('The receipt, in JSON');
    table
      .text('in_hand')
      .notNullable()
      .comment('Keys whose destruction has begun, in JSON');
    table.boolean('open').notNullable().comment('The mount is there still');
    table.string('at', 32).notNullable();
    table.string('requested_by', 255).notNullable().comment('Entity ref');
    table.index(['tenant_id', 'kms']);
    table.index(['at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('shred_receipts');
  await knex.schema.alterTable('tenant_credentials', table => {
    table.dropColumns('issued_at', 'checked_at', 'last_failure', 'lost');
  });
};
