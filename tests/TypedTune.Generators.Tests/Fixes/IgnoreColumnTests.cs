using TypedTune.CodeFixes;

namespace TypedTune.Generators.Tests.Fixes;

/// <summary>TT0201.</summary>
public sealed class IgnoreColumnTests
{
    private static FixCase Case { get; } = new(new IgnoreColumnCodeFix(), "TT0201");

    [Fact]
    public Task PropertyThatIsNoColumn_IsIgnored() => Case.Makes(
        """
        [Row]
        public sealed partial record Reading
        {
            /// <summary>When.</summary>
            public Guid At { get; init; } // local
            public required double Height { get; init; }
        }
        """,
        """
        [Row]
        public sealed partial record Reading
        {
            /// <summary>When.</summary>
            [IgnoreColumn]
            public Guid At { get; init; } // local
            public required double Height { get; init; }
        }
        """);

    [Fact]
    public Task AllPropertiesThatAreNoColumns_AreIgnored() => Case.MakesOfAll(
        "[Row]\npublic sealed partial record Reading\n{\n    public Uri? A { get; init; }\n    public Guid B { get; init; }\n    public double Height { get; init; }\n}",
        "[Row]\npublic sealed partial record Reading\n{\n    [IgnoreColumn]\n    public Uri? A { get; init; }\n    [IgnoreColumn]\n    public Guid B { get; init; }\n    public double Height { get; init; }\n}");

    [Fact]
    public Task RequiredPropertyThatIsNoColumn_IsRequiredNoLonger() => Case.Makes(
        "[Row]\npublic sealed partial record Reading\n{\n    public required Guid At { get; init; }\n    public required double Height { get; init; }\n}",
        "[Row]\npublic sealed partial record Reading\n{\n    [IgnoreColumn]\n    public Guid At { get; init; }\n    public required double Height { get; init; }\n}");
}
