/**
 * Common Swedish and Sami names of northern Sweden, by the generation that bears them. People are
 * put together from them at random, so a likeness to anybody living is chance.
 */
export interface GivenNames {
  readonly female: readonly string[];
  readonly male: readonly string[];
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Names usual among people born before about 1960. */
export const OLDER_NAMES: GivenNames = {
  female: words(`
    Anna-Lisa Barbro Berit Birgitta Britt Dagny Elle Elly Elsa Gerd Greta Gun Gunborg Gunhild
    Gunvor Inga Ingegerd Ingrid Irma Kerstin Laila Lilly Linnéa Maj-Britt Margareta Máret Märta
    Rut Sigrid Siv Solveig Sonja Svea Sára Ulla Vera Viola Vivi-Anne Ylva Åse
  `),
  male: words(`
    Alvar Arne Assar Bengt Bertil Birger Bo Börje Egon Erling Evert Folke Gunnar Gustav Gösta
    Hans-Erik Harry Helge Hilding Holger Jon-Ánte Jåvva Karl-Erik Lennart Nils-Ánte Olov Ragnar
    Roland Rolf Rune Sigvard Sixten Sture Sven Tage Ture Uno Valfrid Verner Åke
  `),
};

/** Names usual among people born after about 1960, and so among those who work. */
export const YOUNGER_NAMES: GivenNames = {
  female: words(`
    Agneta Amanda Anna Annika Camilla Carina Cecilia Elin Ellen Emma Erika Eva Frida Hanna Helena
    Ida Inger Jenny Johanna Josefin Karin Kristina Lena Linda Louise Lovisa Malin Maria Marie
    Märit Biret Risten Monica Nina Pernilla Petra Rebecka Sandra Sara Sofia Susanne Therese Åsa
  `),
  male: words(`
    Anders Andreas Ánte Christer Daniel David Emil Erik Fredrik Henrik Håkan Jakob Jan Joakim
    Johan Johannes Jonas Kent Kjell Lars Linus Magnus Marcus Martin Mattias Mikael Niclas Nils
    Oskar Patrik Per Peter Pål Robert Simon Stefan Thomas Tobias Torbjörn Urban Viktor Aslak
  `),
};

export const FAMILY_NAMES: readonly string[] = words(`
  Ahlqvist Andersson Backlund Berggren Berglund Bergström Bjuhr Boman Brännström Burman Burström
  Byström Bäckström Dahlberg Edlund Ekman Eklund Englund Eriksson Fjällgren Fjällström Forsberg
  Forslund Forsgren Fredriksson Granberg Granström Grahn Gustafsson Hedlund Hedman Hedström
  Holmgren Holmlund Holmström Häggström Isaksson Jakobsson Johansson Jonsson Karlsson Kroik
  Labba Lundberg Lundgren Lundmark Lundström Lundqvist Löfgren Marklund Mårtensson Nilsson
  Norberg Nordlund Nordström Norgren Norrman Nyberg Nyström Näslund Olofsson Omma Rönnlund
  Renström Sandberg Sandström Sarri Sehlin Sjulsson Sjöström Stenlund Stenman Strömberg
  Sundberg Sundström Söderlund Söderström Tjäder Utsi Vallgren Vesterlund Vikström Westman
  Wallin Wiklund Wikström Zetterlund Åberg Ågren Åström Öberg Öhlund Öhman Östman
`);
