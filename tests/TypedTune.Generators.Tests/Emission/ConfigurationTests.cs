namespace TypedTune.Generators.Tests.Emission;

/// <summary>The texts that are generated: as source, and at work.</summary>
public sealed class ConfigurationTests
{
    private const string Program = """
        public static class Program
        {
            public static string Run() => RoundTrip(Make(), Prototype());

            private static string RoundTrip<T>(T configuration, T prototype)
            {
                string text = ConfigurationText.Write(configuration);
                T read = ConfigurationText.Parse(text, prototype);
                return Equals(read, configuration) && ConfigurationText.Write(read) == text ? text : $"{text} became {ConfigurationText.Write(read)}";
            }

        """;

    private const string Kinds = """
        [Configuration(Version = 2, OldestVersion = 1)]
        public sealed partial record Kernel(string Name, double Width)
        {
            public Kernel() : this("rbf", 1) { }
            [AddedIn(2)] public int Degree { get; init; } = 3;
        }

        public sealed record Journal(string Name);

        public sealed record Nothing;

        public partial record Open
        {
            [Hyperparameter] public int Size { get; init; }
        }

        public sealed partial record Wide : Open
        {
            [Hyperparameter] public int Width { get; init; }
        }

        public sealed partial class Changing
        {
            [Hyperparameter] public int Size { get; set; }
            public DayOfWeek? Day { get; set; }
        }

        public sealed partial record Everything
        {
            [Hyperparameter] public int? Number { get; init; }
            [Hyperparameter] public Kernel Kernel { get; init; } = new();
            public Kernel? Other { get; init; }
            [OneOf<Nothing, Wide, Wrapped<int>>] public object Choice { get; init; } = new Nothing();
            [Hyperparameter] public Open Open { get; init; } = new();
            public Nothing Nothing { get; init; } = new();
            [Hyperparameter] public Changing Changing { get; init; } = new();
            [Hyperparameter] public Wrapped<string> Wrapped { get; init; } = new();
            public (int Left, string? Right, (bool, char)) Tuple { get; init; }
            public DateOnly Day { get; init; }
            public MaxFeatures Features { get; init; }
            public int @class { get; init; }
            public double größe { get; init; }
            [Obsolete] public int Old { get; init; }
            [ConfigurationIgnore] public Journal? Log { get; init; }
        }

        public sealed partial record Wrapped<T>
        {
            [Hyperparameter] public int Number { get; init; }
            public T? Value { get; init; }
        }
        """;

    [Fact]
    public void EveryKindOfProperty_IsWrittenAndRead() => Snapshot.Verify("Emission", "Configurations", Kinds);

    [Fact]
    public async Task EveryKindOfProperty_IsReadBack() => Assert.Equal(
        """{"$type":"Everything","$version":1,"Number":null,"Kernel":{"$version":2,"Name":"poly","Width":0.1,"Degree":3},"Other":{"$version":2,"Name":"rbf","Width":1,"Degree":3},"Choice":{"""
        + "\"" + """$type":"Wrapped`1[System.Int32]","$version":1,"Number":1,"Value":7},"Open":{"$type":"Wide","$version":1,"Size":2,"Width":3},"Nothing":{},"Changing":{"""
        + "\"" + """Size":4,"Day":"Monday"},"Wrapped":{"Number":0,"Value":"v"},"Tuple":[1,null,[true,"x"]],"Day":"2020-02-29","Features":"0.5 of the features","class":1,"größe":2,"Old":0}""",
        await Compiling.Run(Kinds, Program + """
                private static Everything Make() => new()
                {
                    Kernel = new("poly", 0.1),
                    Other = new(),
                    Choice = new Wrapped<int> { Number = 1, Value = 7 },
                    Open = new Wide { Size = 2, Width = 3 },
                    Changing = new() { Size = 4, Day = DayOfWeek.Monday },
                    Wrapped = new() { Value = "v" },
                    Tuple = (1, null, (true, 'x')),
                    Day = new(2020, 2, 29),
                    Features = MaxFeatures.Fraction(0.5),
                    @class = 1,
                    größe = 2,
                };

                private static Everything Prototype() => new() { Open = new Wide() };
            }
            """));

    [Fact]
    public async Task OptionWithNothingToConfigure_IsReadBack() => Assert.Contains(
        "\"Choice\":{\"$type\":\"Nothing\"}",
        await Compiling.Run(Kinds, Program + """
                private static Everything Make() => new() { Number = 3, Log = new("a") };

                private static Everything Prototype() => new() { Choice = new Wide(), Log = new("a") };
            }
            """),
        StringComparison.Ordinal);

    [Fact]
    public async Task ListsOfEveryKind_AreReadBack() => Assert.Equal(
        """{"$type":"Options","$version":1,"X":1,"Array":[1,2],"Immutable":null,"Nested":[["a"],[]],"Kernels":[{"Size":1},{"Size":2}],"List":[null,2.5],"Optional":null,"Levels":["Low"]}""",
        await Compiling.Run(
            """
            public enum Level { Low, High }
            public sealed partial record Kernel { [Hyperparameter] public int Size { get; init; } }
            public sealed partial record Options
            {
                [Hyperparameter] public int X { get; init; }
                public int[] Array { get; init; } = [];
                public System.Collections.Immutable.ImmutableArray<int> Immutable { get; init; }
                public IReadOnlyList<string[]> Nested { get; init; } = [];
                public IReadOnlyList<Kernel> Kernels { get; init; } = [];
                public List<double?> List { get; init; } = [];
                public IEnumerable<int>? Optional { get; init; }
                public Level[] Levels { get; init; } = [];
                public bool Equals(Options? other) => other is not null && ConfigurationText.Write(this) == ConfigurationText.Write(other);
                public override int GetHashCode() => X;
            }
            """,
            Program + """
                private static Options Make() => new() { X = 1, Array = [1, 2], Nested = [["a"], []], Kernels = [new() { Size = 1 }, new() { Size = 2 }], List = [null, 2.5], Levels = [Level.Low] };

                private static Options Prototype() => new();
            }
            """));

    [Fact]
    public async Task GenericPipelineOfGenericModels_IsReadBack() => Assert.Equal(
        """{"$type":"Scaled`1[TypedTune.Learning.Ridge]","$version":1,"Scale":{"WithMean":true,"WithStandardDeviation":false},"Last":{"$type":"TypedTune.Learning.Ridge","$version":1,"Alpha":3,"FitIntercept":true}}""",
        await Compiling.Run(
            """
            [Pipeline]
            public sealed partial record Scaled<TModel> where TModel : class, IRegressor, new()
            {
                public StandardScaler Scale { get; init; } = new();
                public TModel Last { get; init; } = new();
            }
            """,
            Program + """
                private static Scaled<Ridge> Make() => new() { Scale = new() { WithStandardDeviation = false }, Last = new() { Alpha = 3 } };

                private static Scaled<Ridge> Prototype() => new();
            }
            """));

    [Fact]
    public async Task ModelOfTheDesign_IsReadBack()
    {
        string text = await Compiling.Run(UserCode.District, UserCode.Model, Program + """
                private static Housing.HousingModel Make() => new() { RandomForest = new() { Trees = 7, MaxFeatures = 6, Sampling = new EveryRow(), Seed = 3 } };

                private static Housing.HousingModel Prototype() => new();
            }
            """);

        Assert.StartsWith("""{"$type":"Housing.HousingModel","$version":1,"Preprocessing":{"Bedrooms":{"Impute":{"Strategy":"Median",""", text, StringComparison.Ordinal);
        Assert.Contains("\"Trees\":7,\"Sampling\":{\"$type\":\"TypedTune.Learning.EveryRow\",\"$version\":1}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OlderText_IsReadWhereTheTypeSaysSo() => Assert.Equal("Kernel { Name = a, Width = 2, Degree = 3 }", await Compiling.Run(Kinds, """
        public static class Program
        {
            public static string Run() => $"{ConfigurationText.Parse("{\"$type\":\"Kernel\",\"$version\":1,\"Name\":\"a\",\"Width\":2}", new Kernel() { Degree = 9 })}";
        }
        """));

    [Fact]
    public async Task OptionWithoutAText_IsRefusedRatherThanWrittenWithoutItsValues() => Assert.Equal(
        "Options.Choice holds a Second, which has no text: mark it [Configuration] and make it partial, or implement IConfiguration.",
        await Compiling.Run("""
            public sealed record First { public int Size { get; init; } }
            public sealed record Second { public int Size { get; init; } }
            #pragma warning disable TT0013
            public sealed partial record Options { [OneOf<First, Second>] public object Choice { get; init; } = new First(); }

            public static class Program
            {
                public static string Run()
                {
                    try
                    {
                        return ConfigurationText.Write(new Options { Choice = new Second { Size = 2 } });
                    }
                    catch (NotSupportedException exception)
                    {
                        return exception.Message;
                    }
                }
            }
            """));

    [Fact]
    public async Task PropertyWithoutAText_IsRefusedByNameUnlessItIsNull() => Assert.Equal(
        "{\"$type\":\"Options\",\"$version\":1,\"X\":0,\"Kernel\":null} True; Options.Kernel cannot be written: Kernel has no text; mark it [Configuration] and make it partial, or implement IParsable and IFormattable.",
        await Compiling.Run("""
            public sealed record Kernel(string Name);
            public sealed partial record Options
            {
                [Hyperparameter] public int X { get; init; }
            #pragma warning disable TT0013
                public Kernel? Kernel { get; init; }
            }

            public static class Program
            {
                public static string Run()
                {
                    string text = ConfigurationText.Write(new Options());
                    bool isRead = ConfigurationText.Parse(text, new Options { Kernel = new("a") }) == new Options();
                    try
                    {
                        return ConfigurationText.Write(new Options { Kernel = new("a") });
                    }
                    catch (NotSupportedException exception)
                    {
                        return $"{text} {isRead}; {exception.Message}";
                    }
                }
            }
            """));
}
