using Microsoft.CodeAnalysis.CodeFixes;
using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>What the analyzers say is enough for the fixes: no mark stands in between.</summary>
public sealed class FromRuleToFixTests
{
    public static TheoryData<string, CodeFixProvider, string, string> Cases => new()
    {
        { "TT1001", new ClampToBoundCodeFix(), "_ = p.Clusters.In(5, 0);", "_ = p.Clusters.In(5, 1);" },
        { "TT1001", new ClampToBoundCodeFix(), "_ = new ClusterSimilarity { Clusters = 0, Seed = 1 };", "_ = new ClusterSimilarity { Clusters = 1, Seed = 1 };" },
        { "TT1002", new SwapEndsCodeFix(), "_ = p.Clusters.Uniform(9, 3);", "_ = p.Clusters.Uniform(3, 9);" },
        { "TT1003", new RemoveRepeatedCodeFix(), "_ = p.Clusters.In(5, 8, 5);", "_ = p.Clusters.In(5, 8);" },
        { "TT1006", new AddSeedCodeFix(), "_ = KMeans.SpaceFrom(new KMeans());", "_ = KMeans.SpaceFrom(new KMeans() { Seed = 42 });" },
        { "TT1007", new AssignFitCodeFix(), "new StandardScaler().Fit(data);", "var fitted = new StandardScaler().Fit(data);" },
        {
            "TT1201",
            new UseTypedGridCodeFix(),
            "Dictionary<string, object> grid = new() { [\"n_clusters\"] = new[] { 5, 8 }, [\"gamma\"] = new[] { 0.5 } };",
            "var grid = p.Clusters.In(5, 8) * p.Gamma.In(0.5);"
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Diagnostic_GetsItsFix(string rule, CodeFixProvider fix, string before, string after) => new FixCase(fix, rule).Makes(Use(before), Use(after));

    private static string Use(string statement) => $$"""
        public static class Use
        {
            public static void Run(ClusterSimilarity.Hyperparameters<ClusterSimilarity> p, FeatureMatrix data)
            {
                {{statement}}
            }
        }
        """;
}
