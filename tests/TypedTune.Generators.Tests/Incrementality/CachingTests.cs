using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTune.Generators.Tests.Incrementality;

/// <summary>What runs again after an edit.</summary>
public sealed class CachingTests
{
    [Theory]
    [InlineData("public sealed class Unrelated;")]
    [InlineData("// a comment")]
    public void UnrelatedEdit_RunsNoEmissionAgain(string edit)
    {
        var compilation = Compiling.Compilation(UserCode.District, UserCode.Model);
        var driver = Compiling.Driver().RunGenerators(compilation, TestContext.Current.CancellationToken);

        var result = driver
            .RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(edit, Compiling.ParseOptions, cancellationToken: TestContext.Current.CancellationToken)), TestContext.Current.CancellationToken)
            .GetRunResult().Results.Single();

        Assert.All(
            new[] { TrackingNames.Types, TrackingNames.Components, TrackingNames.Rows }.SelectMany(name => result.TrackedSteps[name]).SelectMany(step => step.Outputs),
            output => Assert.Contains(output.Reason, new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged }));
        Assert.All(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
    }
}
