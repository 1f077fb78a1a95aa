using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT1201.</summary>
public sealed class UseTypedGridTests
{
    private const string Typed = "ClusterSimilarity.Space.Clusters.In(5, 10) * ClusterSimilarity.Space.Gamma.In(0.5, 1)";

    private static FixCase Case { get; } = new(new UseTypedGridCodeFix(), "TT1201") { Marked = [FixCase.Properties(("Replacement", Typed))] };

    [Theory]
    [InlineData("""Dictionary<string, object[]> grid = [|new() { ["Clusters"] = [5, 10], ["Gamma"] = [0.5, 1.0] }|]; // wide""", $"var grid = {Typed}; // wide")]
    [InlineData("""var grid = [|new Dictionary<string, object[]> { { "Clusters", [5, 10] }, { "Gamma", [0.5, 1.0] } }|];""", $"var grid = {Typed};")]
    [InlineData("""/* all */ Dictionary<string, object> /* of it */ grid = [|new()|];""", $"/* all */ var /* of it */ grid = {Typed};")]
    [InlineData("""Console.WriteLine([|new Dictionary<string, object>()|]);""", $"Console.WriteLine({Typed});")]
    public Task Dictionary_BecomesATypedGrid(string before, string after) => Case.Makes(Use(before), Use(after));

    [Fact]
    public Task CommentsInTheDictionary_StandAboveTheStatement() => Case.Makes(
        Use("""
            // The grid.
                    var grid = [|new Dictionary<string, object[]>
                    {
                        // Few.
                        ["Clusters"] = [5, 10],
                        ["Gamma"] = [0.5, 1.0], // narrow
                    }|]; // kept
            """),
        Use($"""
            // The grid.
                    // Few.
                    // narrow
                    var grid = {Typed}; // kept
            """));

    [Fact]
    public Task AllDictionaries_BecomeTypedGrids() => Case.MakesOfAll(
        Use("Dictionary<string, object> a = [|new()|]; Dictionary<string, object> b = [|new()|];"),
        Use($"var a = {Typed}; var b = {Typed};"));

    [Theory]
    [InlineData("Dictionary<string, object> a = [|new()|], b = new();")]
    [InlineData("Take([|new Dictionary<string, object>()|]); static void Take(IDictionary<string, object> grid) { }")]
    [InlineData("} private static Dictionary<string, object> More() { return [|new()|];")]
    [InlineData("} private static readonly Dictionary<string, object> Grid = [|new()|]; static void More() {")]
    public Task DictionaryWhoseTypeMustStay_IsLeftAlone(string statements) => Case.OffersNothing(Use(statements));

    private static string Use(string statements) => $$"""
        public static class Use
        {
            public static void Run()
            {
                {{statements}}
            }
        }
        """;
}
