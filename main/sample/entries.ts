/**
 * Agenda, networks and past declarations of the sample conference, as the Presidency's concept
 * note gives them. Official texts are not in the sample: their records say so instead of inventing words.
 */
import type { Entry } from '#shared/acts/state.ts'

export type SampleEntry = Omit<Entry, 'act'>

const agenda = (id: string, date: string | null, title: string, note: string | null = null): SampleEntry => ({
  id,
  type: 'agenda',
  title,
  date,
  note,
  textLoaded: false,
})

const network = (id: string, title: string, note: string): SampleEntry => ({
  id,
  type: 'network',
  title,
  date: null,
  note,
  textLoaded: false,
})

const past = (id: string, date: string, title: string): SampleEntry => ({
  id,
  type: 'declaration',
  title,
  date,
  note: null,
  textLoaded: false,
})

export const entries: readonly SampleEntry[] = [
  agenda(
    'puntos-focales-2021-12',
    '2021-12-22',
    'Reunión de Puntos Focales y Directores Generales Consulares (DIGECONSU)',
  ),
  agenda('troika-instalacion', '2022-02/2022-03', 'Reunión de instalación y trabajo de la Troika'),
  agenda(
    'preparacion-csm-crm',
    '2022-02/2022-03',
    'Reunión de preparación entre la CSM y la Conferencia Regional sobre Migración (CRM)',
  ),
  agenda(
    'taller-diasporas',
    '2022-03',
    'Taller regional sobre las diásporas suramericanas como agentes del desarrollo sostenible',
    'A cargo de la Secretaría Técnica; de él saldrá una hoja de ruta.',
  ),
  agenda('grandes-flujos', '2022-03', 'Reunión técnica sobre grandes flujos migratorios regionales'),
  agenda(
    'actualizacion-psdhm',
    '2022-03',
    'Reunión técnica sobre la actualización de los lineamientos y objetivos de la CSM (PSDHM)',
  ),
  agenda('redes-ronda-1', '2022-04/2022-05', 'Primera ronda de las redes de trabajo', 'Diagnóstico.'),
  agenda('redes-ronda-2', '2022-07/2022-08', 'Segunda ronda de las redes de trabajo', 'Operativa.'),
  agenda(
    'intersesional',
    null,
    'Reunión Intersesional',
    'Se presenta el país que presidirá la Conferencia siguiente.',
  ),
  agenda('xx-csm', '2022', 'XX Conferencia Suramericana sobre Migraciones'),

  network(
    'red-trata',
    'Red de Trata de Personas y Tráfico Ilícito de Migrantes',
    'Nuevas barreras para las víctimas, buenas prácticas y cooperación regional.',
  ),
  network(
    'red-ninez',
    'Red de Niñez y Adolescencia Migrante',
    'Acceso a derechos y articulación con el Proceso de Quito.',
  ),
  network(
    'red-fronteras',
    'Red de Gestión de Fronteras',
    'Plataforma «Suramérica Abierta», puntos focales y gobiernos locales.',
  ),
  network(
    'red-clima',
    'Red de Cambio Climático y Migración',
    'Lineamientos en otros idiomas, mapeo de políticas y diagnóstico de visados.',
  ),
  network(
    'red-genero',
    'Red de Género y Migración',
    'Datos con variables de género y agenda conjunta con la CRM.',
  ),
  network(
    'red-integracion',
    'Red de Integración Socio Laboral',
    'Un producto concreto por ronda; reconocimiento de títulos.',
  ),

  past('principios-2010', '2010', 'Declaración de Principios Migratorios y Lineamientos Generales de la CSM'),
  past('psdhm-2010', '2010', 'Plan Suramericano de Desarrollo Humano de las Migraciones (PSDHM)'),
  past(
    'santiago-2015',
    '2015',
    'Declaración de Santiago: «Con justicia e igualdad hacia una gobernanza migratoria»',
  ),
  past('asuncion-2016', '2016', 'Declaración de Asunción: «Hacia el libre tránsito»'),
  past(
    'montevideo-2017',
    '2017',
    'Declaración de Montevideo: «La inclusión e integración de las personas migrantes más allá de las fronteras territoriales»',
  ),
  past(
    'sucre-2018',
    '2018',
    'Declaración de Sucre: «Ciudadanía Suramericana: nueva cultura de libre movilidad humana hacia la Ciudadanía Universal»',
  ),
  past(
    'buenos-aires-2021',
    '2021',
    'Declaración de Buenos Aires: «Migración y acceso a derechos: los desafíos de la región frente a la pandemia del COVID-19. Experiencias, lecciones y una mirada a futuro»',
  ),
]
