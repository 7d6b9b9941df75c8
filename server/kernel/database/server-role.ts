/** The role the server works as: it owns no table, so row-level security binds it even where the login could bypass it. */
export const SERVER_ROLE = 'tutti_server'
