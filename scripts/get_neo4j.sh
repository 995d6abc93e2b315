#!/usr/bin/env bash
# Fetches the jars of a Neo4j Community server by Maven, for the tests. Where it cannot, it says so and
# lets the tests that need the server skip by name.
set -euo pipefail
cd "$(dirname "$0")/.."
source scripts/system.sh

jars=${1:-.cache/neo4j/jars}
pom=tests/neo4j/pom.xml
stamp=$jars/.complete

if [ -e "$stamp" ] && [ ! "$pom" -nt "$stamp" ]; then
    exit 0
fi

give_up() {
    echo "Neo4j: $1; the tests that need its server will be skipped." >&2
    exit 0
}

command -v java >/dev/null || install_package openjdk-17-jre-headless || give_up "there is no Java here"
command -v mvn >/dev/null || install_package maven || give_up "there is no Maven here"

echo "Fetching the Neo4j server's jars by Maven ..."
part=$jars.part
rm -rf "$part" "$jars"
mkdir -p "$(dirname "$jars")"
mvn --batch-mode --quiet --file "$pom" dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$(realpath -m "$part")" </dev/null || give_up "Maven could not fetch its jars"
mv "$part" "$jars"
touch "$stamp"
