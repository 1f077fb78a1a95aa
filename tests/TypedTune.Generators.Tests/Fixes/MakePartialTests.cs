using Microsoft.CodeAnalysis.CodeFixes;
using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0001.</summary>
public sealed class MakePartialTests
{
    private static FixCase Case { get; } = new(new MakePartialCodeFix(), "TT0001");

    [Theory]
    [InlineData("public sealed record Options", "public sealed partial record Options")]
    [InlineData("public class Options", "public partial class Options")]
    [InlineData("record Options", "partial record Options")]
    [InlineData("public record struct Options()", "public partial record struct Options()")]
    public Task Type_BecomesPartialBeforeItsKeyword(string before, string after) => Case.Makes(
        before + " { [Hyperparameter] public int Size { get; set; } }",
        after + " { [Hyperparameter] public int Size { get; set; } }");

    [Fact]
    public Task BareType_KeepsItsComment() => Case.Makes(
        """
        /// <summary>What can be set.</summary>
        // Kept.
        record Options
        {
            [Hyperparameter] public int Size { get; init; } // rows
        }
        """,
        """
        /// <summary>What can be set.</summary>
        // Kept.
        partial record Options
        {
            [Hyperparameter] public int Size { get; init; } // rows
        }
        """);

    [Fact]
    public Task NestedType_MakesEveryOuterTypePartial() => new FixCase(new MakePartialCodeFix(), "TT0001") { Which = 1 }.Makes(
        """
        public static class Outer
        {
            public partial class Middle
            {
                internal sealed record Options { [Hyperparameter] public int Size { get; init; } }
            }
        }
        """,
        """
        public static partial class Outer
        {
            public partial class Middle
            {
                internal sealed partial record Options { [Hyperparameter] public int Size { get; init; } }
            }
        }
        """);

    [Fact]
    public Task OuterTypeInSeveralDocuments_BecomesPartialInEach() => Case.MakesOfAll(
        FixAllScope.Project,
        ["public class Outer { public record Options { [Hyperparameter] public int Size { get; init; } } }", "public class Outer;"],
        ["public partial class Outer { public partial record Options { [Hyperparameter] public int Size { get; init; } } }", "public partial class Outer;"]);

    [Fact]
    public Task AllTypesOfADocument_BecomePartialTogether() => Case.MakesOfAll(
        FixAllScope.Document,
        [
            "public class Outer { public record A { [Hyperparameter] public int Size { get; init; } } public record B { [Hyperparameter] public int Size { get; init; } } }",
            "public record C { [Hyperparameter] public int Size { get; init; } }",
        ],
        [
            "public partial class Outer { public partial record A { [Hyperparameter] public int Size { get; init; } } public partial record B { [Hyperparameter] public int Size { get; init; } } }",
            "public record C { [Hyperparameter] public int Size { get; init; } }",
        ]);
}
