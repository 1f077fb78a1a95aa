namespace TypedTune.Generators.Tests.Rules;

/// <summary>TT0109, TT0110 and TT0204–TT0206: every column has its place, or is dropped by name.</summary>
public sealed class ColumnRulesTests
{
    private const string Loosely = ", as case, spaces and punctuation do not count where a property's name is the header";

    private const string Rows = "[Row] public sealed partial record Reading { public required double Height { get; init; } public required double Width { get; init; } public required string Kind { get; init; } [Target] public required double Weight { get; init; } }\n";

    [Theory]
    [InlineData("[Columns(nameof(Reading.Height))] public StandardScaler Scale { get; init; } = new();", "Width, Kind")]
    [InlineData("[Remainder] public StandardScaler Scale { get; init; } = new();", "Kind")]
    [InlineData("[Columns(nameof(Reading.Kind))] public OneHotEncoder Encode { get; init; } = new();", "Height, Width")]
    public async Task ColumnThatNoBranchUses_IsWarnedOf(string branches, string columns)
    {
        string source = Rows + $"[ColumnTransformer<Reading>] public sealed partial record Features {{ {branches} }}";
        var diagnostic = Assert.Single(await Compiling.Diagnose(source));

        Assert.Equal(("TT0109", $"Features leaves out {columns}; give it to a branch, mark one [Remainder], or name it in [DropColumns]"), (diagnostic.Id, diagnostic.GetMessage()));
        Assert.Equal(columns.Replace(" ", "", StringComparison.Ordinal), diagnostic.Properties["Columns"]);
        Assert.Equal("Features", source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Theory]
    [InlineData("[Columns(nameof(Reading.Width))] public int Fixed => 1;", "[Columns] does nothing here and can go: Fixed is no branch, as it cannot be set")]
    [InlineData("[Remainder] public static StandardScaler Fixed { get; set; } = new();", "[Remainder] does nothing here and can go: Fixed is no branch, as it is static")]
    [InlineData("[Hyperparameter, Columns(nameof(Reading.Width))] public int Fixed { get; init; }", "[Columns] does nothing here and can go: Fixed is no branch, as it is a setting")]
    [InlineData("[Obsolete(\"\", true), Columns(nameof(Reading.Width))] public StandardScaler Fixed { get; init; } = new();", "[Columns] does nothing here and can go: every use of Fixed is an error, as its [Obsolete] says")]
    public async Task PropertyThatIsNoBranch_UsesNoColumns(string member, string message)
    {
        var diagnostics = await Compiling.Diagnose(Rows + $"[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Kind))] public sealed partial record Features {{ [Columns(nameof(Reading.Height))] public StandardScaler Scale {{ get; init; }} = new(); {member} }}");

        Assert.Equal([("TT0011", message), ("TT0109", "Features leaves out Width; give it to a branch, mark one [Remainder], or name it in [DropColumns]")], diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.GetMessage())).Order());
    }

    [Theory]
    [InlineData("[Target] public double Weight => 2 * Height;", "Weight is no column, which must be public and have a setter")]
    [InlineData("[Target] internal double Weight { get; init; }", "Weight is no column, which must be public and have a setter")]
    [InlineData("[Target, IgnoreColumn] public double Weight { get; init; }", "[IgnoreColumn] leaves the property out")]
    public async Task TargetThatIsNoColumn_IsNone(string member, string reason)
    {
        var diagnostics = await Compiling.Diagnose($"[Row] public sealed partial record Reading {{ public required double Height {{ get; init; }} {member} }}");

        Assert.Equal([("TT0011", $"[Target] does nothing here and can go: {reason}"), ("TT0205", "Reading has no [Target], so that nothing can learn to predict from it; mark the column to predict [Target]")], diagnostics.Select(diagnostic => (diagnostic.Id, diagnostic.GetMessage())).Order());
    }

    [Fact]
    public async Task DroppedColumns_AreNeitherWarnedOfNorTakenByTheRemainder() => Assert.Equal("Scale.Height", await Compiling.Run(Rows + """
        [ColumnTransformer<Reading>, DropColumns(nameof(Reading.Width), nameof(Reading.Kind))]
        public sealed partial record Features { [Remainder] public StandardScaler Scale { get; init; } = new(); }

        public static class Program
        {
            public static string Run() => string.Join(" ", new Features().Fit(new Table<Reading>([new Reading { Height = 1, Width = 2, Kind = "a", Weight = 3 }, new Reading { Height = 2, Width = 2, Kind = "a", Weight = 3 }])).FeatureNames);
        }
        """));

    [Fact]
    public async Task DroppedColumnThatABranchUses_IsWarnedOf()
    {
        var diagnostic = Assert.Single(await Compiling.Diagnose(Rows + "[ColumnTransformer<Reading>, DropColumns(nameof(Reading.Width), nameof(Reading.Kind))] public sealed partial record Features { [Columns(nameof(Reading.Height), nameof(Reading.Width))] public StandardScaler Scale { get; init; } = new(); }"));

        Assert.Equal(("TT0110", "Features drops Width, but Scale uses it; take it out of [DropColumns], or out of Scale"), (diagnostic.Id, diagnostic.GetMessage()));
    }

    [Fact]
    public async Task DroppedColumnThatIsNone_IsRefused()
    {
        var diagnostics = await Compiling.Diagnose(Rows + "[ColumnTransformer<Reading>, DropColumns(\"Widht\", nameof(Reading.Kind))] public sealed partial record Features { [Remainder] public StandardScaler Scale { get; init; } = new(); }");

        var diagnostic = Assert.Single(diagnostics, diagnostic => diagnostic.Id.StartsWith("TT", StringComparison.Ordinal));
        Assert.Equal(("TT0104", "Reading has no feature column Widht; did you mean nameof(Reading.Width)?", "Width"), (diagnostic.Id, diagnostic.GetMessage(), diagnostic.Properties["Suggestion"]));
    }

    [Theory]
    [InlineData("public required double TotalRooms { get; init; } public required double Total_Rooms { get; init; }", "Reading.Total_Rooms and Reading.TotalRooms are both read from the header 'Total_Rooms'", Loosely)]
    [InlineData("public required double TotalRooms { get; init; } [Column(\"total-rooms\")] public required double B { get; init; }", "Reading.B and Reading.TotalRooms are both read from the header 'total-rooms'", Loosely)]
    [InlineData("[Column(\"a\")] public required double B { get; init; } public required double A { get; init; }", "Reading.A and Reading.B are both read from the header 'A'", Loosely)]
    [InlineData("[Column(\"a\")] public required double B { get; init; } [Column(\"a\")] public required double C { get; init; }", "Reading.C and Reading.B are both read from the header 'a'", "")]
    public async Task TwoColumnsOfOneHeader_AreRefused(string members, string problem, string reason)
    {
        string message = $"{problem}{reason}; give one another [Column] name";

        var diagnostics = await Compiling.Diagnose($"[Row] public sealed partial record Reading {{ {members} [Target] public required double Y {{ get; init; }} }}");

        var diagnostic = Assert.Single(diagnostics, diagnostic => diagnostic.Id.StartsWith("TT", StringComparison.Ordinal));
        Assert.Equal(("TT0204", message), (diagnostic.Id, diagnostic.GetMessage()));
    }

    [Fact]
    public async Task HeadersThatAreNamed_DifferByCase() => Assert.Empty(await Compiling.Diagnose(
        "[Row] public sealed partial record Reading { [Column(\"m\")] public required double Metres { get; init; } [Column(\"M\")] public required double Miles { get; init; } [Target] public required double Y { get; init; } }"));

    [Theory]
    [InlineData("(double Height, [property: Target] double Weight, [property: IgnoreColumn] string Source)", "TT0206", "Reading cannot be made of its columns; give it a constructor without parameters, or one whose parameters are all called as columns are")]
    [InlineData("(Guid Time, [property: Target] double Weight)", "TT0201", "Reading.Time cannot be a column: its type System.Guid is none of a number, a bool, a date, a time, a duration, a string and an enum; mark it [IgnoreColumn] to leave it out")]
    public async Task RowThatCannotBeMade_IsRefusedWhereItsColumnsAreLegal(string parameters, string id, string message)
    {
        var diagnostics = await Compiling.Diagnose($"[Row] public sealed partial record Reading{parameters};");

        var diagnostic = Assert.Single(diagnostics, diagnostic => diagnostic.Id.StartsWith("TT", StringComparison.Ordinal));
        Assert.Equal((id, message), (diagnostic.Id, diagnostic.GetMessage()));
    }

    [Theory]
    [InlineData("[Columns(nameof(Reading.Height))] public DateParts Parts { get; init; } = new(); [Remainder] public Passthrough Rest { get; init; } = new();", "Reading.Height holds numbers, but Features.Parts needs dates; give the column to a branch for numbers, or begin this one with a step that reads them")]
    [InlineData("[Columns(nameof(Reading.Length))] public Dated Parts { get; init; } = new(); [Remainder] public Passthrough Rest { get; init; } = new();", "Reading.Length holds numbers, but Features.Parts needs dates; give the column to a branch for numbers, or begin this one with a step that reads them")]
    [InlineData("[Columns(nameof(Reading.Height))] public Passthrough Rest { get; init; } = new(); [Remainder] public DateParts Parts { get; init; } = new();", "Reading.Length holds numbers, but Features.Parts needs dates; give the column to a branch for numbers, or begin this one with a step that reads them")]
    [InlineData("[Columns(nameof(Reading.Day), nameof(Reading.Seen), nameof(Reading.Booked))] public Dated Parts { get; init; } = new(); [Remainder] public Passthrough Rest { get; init; } = new();", null)]
    public async Task ColumnWithoutDates_IsRefusedByDateParts(string branches, string? message)
    {
        var diagnostics = await Compiling.Diagnose($$"""
            [Row] public sealed partial record Reading { public DateOnly Day { get; init; } public DateTime? Seen { get; init; } public DateTimeOffset Booked { get; init; } public TimeSpan Length { get; init; } public required double Height { get; init; } [Target] public required double Y { get; init; } }
            [Pipeline] public sealed partial record Dated { public DateParts First { get; init; } = new(); public SimpleImputer Impute { get; init; } = new(); public StandardScaler Scale { get; init; } = new(); }
            [ColumnTransformer<Reading>] public sealed partial record Features { {{branches}} }
            """);

        Assert.Equal(message is null ? [] : [("TT0103", message)], diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("TT", StringComparison.Ordinal)).Select(diagnostic => (diagnostic.Id, diagnostic.GetMessage())));
    }

    [Fact]
    public async Task RowWithoutATarget_IsWarnedOf()
    {
        var diagnostic = Assert.Single(await Compiling.Diagnose("[Row] public sealed partial record Reading { public required double Height { get; init; } }"));

        Assert.Equal(("TT0205", "Reading has no [Target], so that nothing can learn to predict from it; mark the column to predict [Target]"), (diagnostic.Id, diagnostic.GetMessage()));
    }
}
