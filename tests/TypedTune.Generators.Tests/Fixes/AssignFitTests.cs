using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT1007.</summary>
public sealed class AssignFitTests
{
    private static FixCase Case { get; } = new(new AssignFitCodeFix(), "TT1007") { Marked = [FixCase.Properties()] };

    [Theory]
    [InlineData("[|scaler.Fit(data)|];", "var fitted = scaler.Fit(data);")]
    [InlineData("// Learn.\n        scaler.[|Fit|](data); // quick", "// Learn.\n        var fitted = scaler.Fit(data); // quick")]
    [InlineData("int fitted = 1; [|scaler.Fit(data)|];", "int fitted = 1; var fitted2 = scaler.Fit(data);")]
    public Task DiscardedResult_IsKept(string before, string after) => Case.Makes(Use(before), Use(after));

    [Fact]
    public Task AwaitedResult_IsKept() => Case.Makes(
        Use("async System.Threading.Tasks.Task Learn() { await [|System.Threading.Tasks.Task.Run(() => scaler.Fit(data))|]; }"),
        Use("async System.Threading.Tasks.Task Learn() { var fitted = await System.Threading.Tasks.Task.Run(() => scaler.Fit(data)); }"));

    [Fact]
    public Task AllDiscardedResults_AreKeptUnderDifferentNames() => Case.MakesOfAll(
        Use("[|scaler.Fit(data)|]; { [|scaler.Fit(data)|]; }"),
        Use("var fitted = scaler.Fit(data); { var fitted2 = scaler.Fit(data); }"));

    [Theory]
    [InlineData("if (scaler.WithMean) [|scaler.Fit(data)|];")]
    [InlineData("Action fit = () => [|scaler.Fit(data)|];")]
    public Task ResultWithoutPlaceForAVariable_IsLeftAlone(string statements) => Case.OffersNothing(Use(statements));

    private static string Use(string statements) => $$"""
        public static class Use
        {
            public static void Run(StandardScaler scaler, FeatureMatrix data)
            {
                {{statements}}
            }
        }
        """;
}
