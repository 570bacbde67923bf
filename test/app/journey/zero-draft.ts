/** The zero draft of the journey, as a Secretariat would circulate it: plain text, numbers typed. */
export const TITLE = 'Declaración sobre movilidad y cooperación'
export const FIRST_OPERATIVE = 'Acuerdan fortalecer la Conferencia como foro regional de consulta'

export const zeroDraft = `${TITLE}

Los Países Miembros de la Conferencia Suramericana sobre Migraciones, reunidos en Santiago bajo la Presidencia Pro Tempore de Chile,

Reafirmando el respeto de los derechos humanos de las personas migrantes y de sus familias,

Reconociendo el aporte de las Redes de Trabajo a la cooperación regional,

1. ${FIRST_OPERATIVE};

2. Alientan el intercambio de estadísticas migratorias comparables;

3. Encomiendan a la Secretaría Técnica el seguimiento de la presente Declaración.
`
